using System.Collections.Immutable;
using Samkjop.Purchasing.Complaints;
using Samkjop.Purchasing.Evidence;

namespace Samkjop.Purchasing.Protocol;

/// <summary>What a lot's award went through before the contract, with suppliers' names.</summary>
public sealed record ProtocolDisputes(
    ImmutableArray<Named<WinnerEvidence>> Evidence, ImmutableArray<Named<SetAsideBid>> SetAside, ImmutableArray<Named<EarlierAward>> EarlierAwards,
    ImmutableArray<Named<Complaint>> Complaints)
{
    /// <summary>Nothing of the kind.</summary>
    public static ProtocolDisputes None { get; } = new([], [], [], []);

    /// <summary>Those of a lot, oldest first.</summary>
    public static ProtocolDisputes Of(Lot lot, ProtocolSources sources)
    {
        return new(
            [.. sources.Evidence.Where(evidence => evidence.LotId == lot.LotId).OrderBy(evidence => evidence.RequestedAt).Select(evidence => Name(evidence, evidence.SupplierId))],
            [.. lot.SetAside.Select(aside => Name(aside, aside.SupplierId))],
            [.. lot.EarlierAwards.Select(earlier => Name(earlier, earlier.Award.SupplierId))],
            [
                .. sources.Complaints.Where(complaint => complaint.LotId == lot.LotId).OrderBy(complaint => complaint.ReceivedAt)
                    .ThenBy(complaint => complaint.ComplaintId, StringComparer.Ordinal).Select(complaint => Name(complaint, complaint.SupplierId)),
            ]);

        Named<T> Name<T>(T of, string supplierId) => new(sources.SupplierNames.GetValueOrDefault(supplierId, supplierId), of);
    }
}

/// <param name="Supplier">Its name.</param>
/// <param name="Of">What is told of it.</param>
public sealed record Named<T>(string Supplier, T Of);
