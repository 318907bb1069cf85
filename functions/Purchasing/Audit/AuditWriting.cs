using System.Text.Json;
using Samkjop.Serialization;
using Samkjop.State;

namespace Samkjop.Functions.Purchasing.Audit;

/// <summary>Audit logs as JSON Lines with their hashes.</summary>
internal static class AuditWriting
{
    private static readonly byte[] LineFeed = "\n"u8.ToArray();

    /// <summary>Writes a log, oldest entry first.</summary>
    /// <param name="audit">The logs.</param>
    /// <param name="log">A round's id, or a register's log.</param>
    /// <param name="opened">Whether the round's bids are open; until then, what is sealed is shown by its hash alone.</param>
    /// <param name="body">Where to.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task WriteAsync(this AuditLog audit, string log, bool opened, Stream body, CancellationToken cancellationToken)
    {
        await foreach (var entry in audit.EveryAsync(log, cancellationToken))
        {
            await body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(entry.Document.Line(opened), SamkjopJson.Options), cancellationToken);
            await body.WriteAsync(LineFeed, cancellationToken);
        }
    }
}
