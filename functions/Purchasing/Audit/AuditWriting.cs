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
    /// <param name="withLastExports">False: exports of the journal at the end are left out, so that an export does not change what the next one holds.</param>
    public static async Task WriteAsync(this AuditLog audit, string log, bool opened, Stream body, CancellationToken cancellationToken, bool withLastExports = true)
    {
        var held = new List<StoredAuditEntry>();
        await foreach (var (entry, _) in audit.EveryAsync(log, cancellationToken))
        {
            held.Add(entry);
            if (withLastExports || !entry.IsExport)
            {
                await WriteAsync(held, opened, body, cancellationToken);
            }
        }
    }

    private static async Task WriteAsync(List<StoredAuditEntry> held, bool opened, Stream body, CancellationToken cancellationToken)
    {
        foreach (var entry in held)
        {
            await body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(entry.Line(opened), SamkjopJson.Options), cancellationToken);
            await body.WriteAsync(LineFeed, cancellationToken);
        }

        held.Clear();
    }
}
