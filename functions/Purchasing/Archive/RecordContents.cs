using System.Text;
using System.Text.Json;
using Samkjop.Functions.Purchasing.Audit;
using Samkjop.Orchestrations.Purchasing;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Archive;
using Samkjop.Purchasing.Protocol;
using Samkjop.Serialization;
using Samkjop.State;

namespace Samkjop.Functions.Purchasing.Archive;

/// <summary>Writes the content of a record's file as it reads it, so that no size needs memory.</summary>
public sealed class RecordContents(IDocumentStore store, IBlobStore blobs, AuditLog audit, ProtocolReader protocols, TimeProvider clock)
{
    private static readonly byte[] LineFeed = "\n"u8.ToArray();

    /// <summary>Writes one file.</summary>
    /// <exception cref="StoreException">A store failed, or a blob is gone; what was written is no whole file.</exception>
    public async Task WriteAsync(Round round, RecordSource source, Stream target, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(target);
        switch (source)
        {
            case RecordSource.Stored(var container, var name):
                await using (var content = await blobs.OpenReadAsync(container, name, cancellationToken))
                {
                    await content.CopyToAsync(target, cancellationToken);
                }

                break;
            case RecordSource.Written(var content):
                await target.WriteAsync(content(), cancellationToken);
                break;
            case RecordSource.Documents(var kind):
                await foreach (var document in RelayedKind.All.Single(relayed => relayed.Kind == kind).StoredAsync(store, round.RoundId, cancellationToken))
                {
                    await WriteLineAsync(target, document, cancellationToken);
                }

                break;
            case RecordSource.Log(var log):
                await audit.WriteAsync(log, round.OpenedAt is not null, target, cancellationToken, withLastExports: false);
                break;
            case RecordSource.ProtocolDraft:
                var draft = ProtocolBuilder.Build(await protocols.ReadAsync(round, clock.Now(), cancellationToken));
                await target.WriteAsync(Encoding.UTF8.GetBytes(ProtocolHtml.Render(draft).ToString()), cancellationToken);
                break;
            case RecordSource.People:
                await WritePeopleAsync(round, target, cancellationToken);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(source), source, "Unknown source.");
        }
    }

    /// <summary>Everybody that the round names and everybody who did something in it, by id, with the name where one is kept.</summary>
    private async Task WritePeopleAsync(Round round, Stream target, CancellationToken cancellationToken)
    {
        var people = round.People;
        var ids = new SortedSet<string>(
            [.. people.ProcurementOfficers, .. people.Openers, .. people.Evaluators, .. people.AwardDeciders, .. people.ContractManagers], StringComparer.Ordinal);
        await foreach (var entry in audit.EveryAsync(round.RoundId, cancellationToken))
        {
            if (entry.Document.By.Kind is ActorKind.Person && !entry.Document.IsExport && (round.OpenedAt is not null || !entry.Document.IsSealed))
            {
                ids.Add(entry.Document.By.Id);
            }
        }

        foreach (var id in ids)
        {
            var person = (await store.FindAsync<Person>(Person.PartitionOf(id), Person.DocumentId, cancellationToken))?.Document;
            var name = person is { ErasedAt: not null } ? Person.Erased.ToString() : person?.Name;
            await WriteLineAsync(target, JsonSerializer.SerializeToUtf8Bytes(new { id, name, person?.ErasedAt }, SamkjopJson.Options), cancellationToken);
        }
    }

    private static async Task WriteLineAsync(Stream target, byte[] line, CancellationToken cancellationToken)
    {
        await target.WriteAsync(line, cancellationToken);
        await target.WriteAsync(LineFeed, cancellationToken);
    }
}
