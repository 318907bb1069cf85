using Samkjop.Ports;
using Samkjop.Purchasing;

namespace Samkjop.Orchestrations.Purchasing;

/// <summary>Reads what a lot's orders are made from.</summary>
public sealed class LotSheets(IDocumentStore store)
{
    /// <summary>The lot's options whose loan was granted, by need.</summary>
    public async Task<IReadOnlySet<string>> GrantedAsync(Lot lot, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(lot);
        var granted = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in lot.Content.Lines.Where(line => line.IsOption))
        {
            if (await store.FindAsync<Need>(lot.RoundId, line.NeedId, cancellationToken) is { Document.Loan: LoanCondition.Granted })
            {
                granted.Add(line.NeedId);
            }
        }

        return granted;
    }

    /// <summary>The winner's sheet for the lot.</summary>
    /// <exception cref="InvalidOperationException">There is none that can be read.</exception>
    public async Task<PriceSheet> WinningAsync(Lot lot, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(lot);
        var bid = await store.FindAsync<Bid>(lot.RoundId, lot.Award!.BidId, cancellationToken);
        return bid?.Document.Sheets.FirstOrDefault(sheet => sheet.LotId == lot.LotId)?.Sheet
            ?? throw new InvalidOperationException($"{lot.LotId} of round {lot.RoundId} is awarded to {lot.Award.BidId}, which has no readable sheet for it.");
    }
}
