using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Samkjop.Decisions;
using Samkjop.Ports;
using Samkjop.Serialization;
using Samkjop.Host.Storage;
using Samkjop.State;

namespace Samkjop.Tests.Host.Golden;

/// <summary>
/// What is stored today must be readable by every later version: one file per document kind and event says how it lies in the store.
/// </summary>
public sealed class GoldenTests
{
    private const string Accept = "SAMKJOP_ACCEPT_GOLDEN";

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<Type> Documents => [.. Types(t => t.IsAssignableTo(typeof(IDocument)) && t != typeof(StoredAuditEntry))];

    public static TheoryData<Type> Events => [.. Types(t => t.IsSubclassOf(typeof(DomainEvent)))];

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_document_lies_in_the_store_as_its_golden_file_says(Type type) => GenericOf(nameof(CheckDocument), type).Invoke(null, null);

    [Theory]
    [MemberData(nameof(Events))]
    public void An_event_is_written_as_its_golden_file_says(Type type)
    {
        var written = JsonSerializer.SerializeToUtf8Bytes((DomainEvent)Filled.Of(type), DocumentJson.Options);
        Compare("events", type.Name, written);
        Assert.IsType(type, JsonSerializer.Deserialize<DomainEvent>(written, DocumentJson.Options));
        Assert.Equal(written, JsonSerializer.SerializeToUtf8Bytes(JsonSerializer.Deserialize<DomainEvent>(written, DocumentJson.Options), DocumentJson.Options));
    }

    private static void CheckDocument<T>()
        where T : class, IDocument
    {
        var written = DocumentJson.Write(Filled.Of<T>());
        Compare("documents", T.Kind, written);

        var body = JsonDocument.Parse(written).RootElement;
        var document = DocumentJson.Read<T>(written)!;
        Assert.Equal(written, DocumentJson.Write(document));
        Assert.Equal(document.Id, body.GetProperty("id").GetString());
        Assert.Equal(document.PartitionKey, body.GetProperty(Containers.All.Single(c => c.Name == T.Container).PartitionProperty).GetString());
        Assert.Equal(T.SchemaVersion, body.GetProperty("schemaVersion").GetInt32());
    }

    private static void Compare(string folder, string name, byte[] written)
    {
        var path = Path.Combine(Folder(), folder, $"{name}.json");
        var now = JsonSerializer.Serialize(JsonDocument.Parse(written), Readable) + "\n";
        if (Environment.GetEnvironmentVariable(Accept) is "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, now, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            return;
        }

        Assert.True(
            File.Exists(path) && File.ReadAllText(path) == now,
            $"""
            '{name}' is not written as tests/Host/Golden/{folder}/{name}.json says. Stored documents outlive the code: a property may be added with a default,
            none may be renamed, retyped or removed without a new schema version that still reads the old one. If this change keeps to that, run
            {Accept}=1 tests/Host/bin/Debug/net10.0/Samkjop.Tests.Host --filter-class '*GoldenTests*' and commit the files. It is written now as:
            {now}
            """);
    }

    private static Type[] Types(Func<Type, bool> wanted) =>
    [
        .. ((Assembly[])[typeof(IDocument).Assembly, typeof(SqliteDocumentStore).Assembly]).SelectMany(a => a.GetTypes())
            .Where(t => t is { IsClass: true, IsAbstract: false } && wanted(t)).OrderBy(t => t.Name, StringComparer.Ordinal),
    ];

    private static MethodInfo GenericOf(string method, Type type) =>
        typeof(GoldenTests).GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type);

    private static string Folder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
