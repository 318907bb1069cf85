using Samkjop.Audit;
using Samkjop.Ports;
using Samkjop.Purchasing;

namespace Samkjop.Host.Scenarios;

/// <summary>What events refer to and documents say: titles of lots, reasons of rejections.</summary>
internal sealed class RoundFacts(IDocumentStore store, string roundId)
{
    private readonly Dictionary<string, string> _titles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _reasons = new(StringComparer.Ordinal);

    /// <summary>Reads what the events' sentences need.</summary>
    public async Task LoadAsync(IEnumerable<AuditEntry> entries)
    {
        foreach (var entry in entries)
        {
            switch (entry.Event)
            {
                case LotFormed lot when await store.FindAsync<Lot>(roundId, lot.LotId) is { Document: var formed }:
                    _titles[lot.LotId] = formed.Content.Title.En;
                    break;
                case BidChecked { Admissible: false } bid when await store.FindAsync<Evaluation>(roundId, Evaluation.IdOf(bid.LotId, bid.BidId)) is { Document: var judged }:
                    _reasons[judged.Id] = string.Join(" ", judged.RejectionReasons.Select(reason => reason.En));
                    break;
            }
        }
    }

    public string TitleOf(string lotId, VehicleClass vehicleClass) => _titles.GetValueOrDefault(lotId, vehicleClass.PluralName().En);

    public string WhyRejected(string lotId, string bidId) => _reasons.GetValueOrDefault(Evaluation.IdOf(lotId, bidId), "A mandatory requirement is not met.");
}
