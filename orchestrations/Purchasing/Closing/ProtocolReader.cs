using System.Collections.Immutable;
using NodaTime;
using Samkjop.Agencies;
using Samkjop.Audit;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Access;
using Samkjop.Purchasing.Complaints;
using Samkjop.Purchasing.Evidence;
using Samkjop.Purchasing.Protocol;
using Samkjop.Suppliers;

namespace Samkjop.Orchestrations.Purchasing;

/// <summary>Reads everything that a round's protocol is built from. What it reads holds bid data: it stays out of orchestrators and logs.</summary>
public sealed class ProtocolReader(IDocumentStore store)
{
    public async Task<ProtocolSources> ReadAsync(Round round, Instant now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(round);
        var roundId = round.RoundId;
        var needs = await EveryAsync<Need>(roundId, "need-", cancellationToken);
        var bids = await EveryAsync<Bid>(roundId, "bid-", cancellationToken);
        var system = await store.FindAsync<PurchasingSystem>(round.PurchasingSystemId, "purchasing-system", cancellationToken);
        return new ProtocolSources(
            round, system?.Document.Name ?? new Text(round.PurchasingSystemId, round.PurchasingSystemId), needs,
            await EveryAsync<Lot>(roundId, "lot-", cancellationToken), bids,
            await EveryAsync<Evaluation>(roundId, "evaluation-", cancellationToken),
            await EveryAsync<Order>(roundId, "order-", cancellationToken),
            await EveryAsync<AuditEntry>(roundId, "audit-", cancellationToken),
            await SupplierNamesAsync([.. bids.Select(bid => bid.SupplierId), .. round.Invitation?.InvitedSupplierIds ?? []], cancellationToken),
            await AgencyNamesAsync([.. needs.Select(need => need.AgencyId), .. round.CallOff is { AgencyId: var buyer } ? [buyer] : Array.Empty<string>()], cancellationToken), now)
        {
            AccessRequests = await EveryAsync<AccessRequest>(roundId, AccessRequest.IdPrefix, cancellationToken),
            Evidence = await EveryAsync<WinnerEvidence>(roundId, WinnerEvidence.IdPrefix, cancellationToken),
            Complaints = await EveryAsync<Complaint>(roundId, Complaint.IdPrefix, cancellationToken),
            Questions = await EveryAsync<Question>(roundId, Question.IdPrefix, cancellationToken),
        };
    }

    private async Task<ImmutableArray<T>> EveryAsync<T>(string roundId, string idPrefix, CancellationToken cancellationToken)
        where T : class, IDocument => [.. await store.EveryAsync<T>(roundId, idPrefix, cancellationToken)];

    private async Task<IReadOnlyDictionary<string, string>> SupplierNamesAsync(IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var id in ids.Distinct(StringComparer.Ordinal))
        {
            names[id] = (await store.FindAsync<Supplier>(id, "supplier", cancellationToken))?.Document.Name ?? id;
        }

        return names;
    }

    private async Task<IReadOnlyDictionary<string, string>> AgencyNamesAsync(IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var id in ids.Distinct(StringComparer.Ordinal))
        {
            names[id] = (await store.FindAsync<Agency>(id, "agency", cancellationToken))?.Document.Name ?? id;
        }

        return names;
    }
}
