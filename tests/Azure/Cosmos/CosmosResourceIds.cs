using System.Buffers.Binary;

namespace Samkjop.Tests.Azure.Cosmos;

/// <summary>Resource ids in the form that the SDK takes apart: 4 bytes of database, 4 of container, 8 of what is in it, base64 with '-' for '/'.</summary>
internal static class CosmosResourceIds
{
    private const int DatabaseNumber = 0x01_02_03_04;

    public static string Database { get; } = Text(Prefix(4));

    public static string Container(int number) => Text(Prefix(8, number));

    public static string Document(int container, long number)
    {
        var bytes = Prefix(16, container);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(8), number);
        return Text(bytes);
    }

    public static string Range(int container, int number)
    {
        var bytes = Prefix(16, container);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(8), number + 1);
        bytes[15] = 0x50;
        return Text(bytes);
    }

    /// <summary>The high bit of its first byte tells a container from a user.</summary>
    private static byte[] Prefix(int length, int container = 0)
    {
        var bytes = new byte[length];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, DatabaseNumber);
        if (length > 4)
        {
            BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(4), container + 1);
            bytes[4] |= 0x80;
        }

        return bytes;
    }

    private static string Text(byte[] bytes) => Convert.ToBase64String(bytes).Replace('/', '-');
}
