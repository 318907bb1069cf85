using System.Collections.Immutable;
using Samkjop.Agencies;
using Samkjop.Orchestrations.Purchasing;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Access;
using Samkjop.Purchasing.Archive;
using Samkjop.Purchasing.Awards;
using Samkjop.Purchasing.Complaints;
using Samkjop.Purchasing.Evidence;
using Samkjop.State;
using Samkjop.Suppliers;

namespace Samkjop.Functions.Purchasing.Archive;

/// <summary>Reads what a round's journal is built from. What it reads may be sealed: only the journal decides what of it is shown.</summary>
public sealed class JournalReader(IDocumentStore store)
{
    /// <summary>The journal as it is now, oldest entry first.</summary>
    public async Task<ImmutableArray<RoundRecord>> ReadAsync(Round round, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(round);
        var roundId = round.RoundId;
        var (bids, messages) = (await EveryAsync<Bid>(roundId, cancellationToken), await EveryAsync<OutboundMessage>(roundId, cancellationToken));
        var suppliers = bids.Select(bid => bid.SupplierId).Concat(messages.Where(m => m.Recipient.Kind is RecipientKind.Supplier).Select(m => m.Recipient.Id));
        var agencies = messages.Where(m => m.Recipient.Kind is RecipientKind.Agency).Select(m => m.Recipient.Id);
        return RoundJournal.Of(new JournalSources(
            round, await EveryAsync<Lot>(roundId, cancellationToken), bids, await EveryAsync<ManifestPage>(roundId, cancellationToken),
            await EveryAsync<BusinessSecret>(roundId, cancellationToken), await EveryAsync<Evaluation>(roundId, cancellationToken),
            await EveryAsync<AwardLetter>(roundId, cancellationToken), await EveryAsync<Question>(roundId, cancellationToken),
            await EveryAsync<AccessRequest>(roundId, cancellationToken), messages,
            await NamesAsync<Supplier>(suppliers, "supplier", supplier => supplier.Name, cancellationToken),
            await NamesAsync<Agency>(agencies, "agency", agency => agency.Name, cancellationToken),
            [.. RelayedKind.All.Select(kind => kind.Kind)])
        {
            Evidence = await EveryAsync<WinnerEvidence>(roundId, cancellationToken),
            Complaints = await EveryAsync<Complaint>(roundId, cancellationToken),
        });
    }

    private async Task<ImmutableArray<T>> EveryAsync<T>(string roundId, CancellationToken cancellationToken)
        where T : class, IDocument => [.. await store.EveryAsync<T>(roundId, null, cancellationToken)];

    private async Task<IReadOnlyDictionary<string, string>> NamesAsync<T>(IEnumerable<string> ids, string documentId, Func<T, string> name, CancellationToken cancellationToken)
        where T : class, IDocument
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var id in ids.Distinct(StringComparer.Ordinal))
        {
            names[id] = await store.FindAsync<T>(id, documentId, cancellationToken) is { Document: var found } ? name(found) : id;
        }

        return names;
    }
}
