using System.Globalization;
using Samkjop.Calendar;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.State;

namespace Samkjop.Host.Scenarios;

/// <summary>What became of a scenario's rounds, read from the store when the rehearsal ends.</summary>
internal sealed class Summary(IDocumentStore store, Scenario scenario)
{
    private readonly Names _names = new(scenario);

    /// <summary>Lots with awards, rankings, rejected bids, orders, round by round. Empty when a round was never opened.</summary>
    public async Task<IReadOnlyList<Table>> TablesAsync()
    {
        var tables = new List<Table>();
        foreach (var roundId in scenario.RoundIds)
        {
            var prefix = scenario.RoundIds.Count == 1 ? "" : $"{roundId}: ";
            tables.AddRange((await TablesAsync(roundId)).Select(table => table with { Title = prefix + table.Title }));
        }

        return tables;
    }

    /// <summary>Where the award protocols lie below the data folder; null for a round that has none yet.</summary>
    public async Task<IReadOnlyList<(string RoundId, string? Protocol)>> ProtocolsAsync()
    {
        var protocols = new List<(string RoundId, string? Protocol)>();
        foreach (var roundId in scenario.RoundIds)
        {
            protocols.Add((roundId, await ProtocolAsync(roundId)));
        }

        return protocols;
    }

    private async Task<IReadOnlyList<Table>> TablesAsync(string roundId)
    {
        var lots = await store.AllAsync<Lot>(roundId, "lot-").Select(s => s.Document).ToListAsync();
        var evaluations = await store.AllAsync<Evaluation>(roundId, "evaluation-").Select(s => s.Document).ToListAsync();
        var bids = await store.AllAsync<Bid>(roundId, "bid-").Select(s => s.Document).ToDictionaryAsync(b => b.BidId);
        var orders = await store.AllAsync<Order>(roundId, "order-").Select(s => s.Document).ToListAsync();
        lots.Sort((one, other) => Number(one.LotId).CompareTo(Number(other.LotId)));
        return
        [
            Lots(lots, evaluations, bids),
            Ranking(lots, bids),
            Rejected(evaluations, bids),
            Orders([.. orders.OrderBy(o => Number(o.LotId)).ThenBy(o => o.AgencyId, StringComparer.Ordinal)]),
        ];
    }

    private async Task<string?> ProtocolAsync(string roundId)
    {
        var round = await store.FindAsync<Round>(roundId, "round");
        return round?.Document.Closing?.ProtocolBlob is { } name
            ? $"blobs/{Storage.BlobPath.Of(BlobContainers.Records, name).Replace(Path.DirectorySeparatorChar, '/')}"
            : null;
    }

    private Table Lots(List<Lot> lots, List<Evaluation> evaluations, Dictionary<string, Bid> bids) => new(
        "Lots and awards",
        ["Lot", "What", ">Vehicles", ">Agencies", ">Bids", ">Rejected", "Winner", "Model", ">NOK per vehicle", ">NOK in all"],
        [.. lots.Select(lot =>
        {
            var judged = evaluations.Where(e => e.LotId == lot.LotId).ToList();
            var sheet = lot.Award is { } award ? SheetOf(bids, award.BidId, lot.LotId) : null;
            return (IReadOnlyList<string>)
            [
                lot.LotId[4..], lot.Content.Title.En, Count(lot.Content.TotalQuantity), Count(lot.Content.Lines.Select(l => l.AgencyId).Distinct().Count()),
                Count(judged.Count), Count(judged.Count(e => !e.IsAdmissible)), lot.Award is null ? "none" : _names.Supplier(lot.Award.SupplierId),
                sheet?.Model ?? "", sheet is null ? "" : Money(sheet.UnitPrice), sheet is null ? "" : Money(sheet.UnitPrice * lot.Content.TotalQuantity),
            ];
        })]);

    private Table Ranking(List<Lot> lots, Dictionary<string, Bid> bids)
    {
        var criteria = lots.SelectMany(l => l.Ranking?.Model.Criteria ?? []).Select(c => c.Id).Distinct(StringComparer.Ordinal).ToList();
        return new Table(
            "Ranking (points by criterion, 0–10 before weights)",
            ["Lot", ">Rank", "Supplier", "Model", ">NOK", .. criteria.Select(c => $">{c}"), ">Total"],
            [.. lots.SelectMany(lot => (lot.Ranking?.Bids ?? []).Select(bid => (IReadOnlyList<string>)
            [
                lot.LotId[4..], Count(bid.Rank), _names.Bidder(bid.BidId), SheetOf(bids, bid.BidId, lot.LotId)?.Model ?? "", Money(bid.Price),
                .. criteria.Select(c => bid.Criteria.FirstOrDefault(s => s.CriterionId == c) is { } score ? Points(score.Points) : ""), Points(bid.Total),
            ]))]);
    }

    private Table Rejected(List<Evaluation> evaluations, Dictionary<string, Bid> bids) => new(
        "Rejected before scoring",
        ["Lot", "Supplier", "Model", "Why"],
        [.. evaluations.Where(e => !e.IsAdmissible).OrderBy(e => Number(e.LotId)).ThenBy(e => e.SupplierId, StringComparer.Ordinal).Select(e => (IReadOnlyList<string>)
        [
            e.LotId[4..], _names.Supplier(e.SupplierId), SheetOf(bids, e.BidId, e.LotId)?.Model ?? "", string.Join(" ", e.RejectionReasons.Select(r => r.En)),
        ])]);

    private Table Orders(IReadOnlyList<Order> orders) => new(
        "Orders and deliveries",
        ["Lot", "Agency", "Supplier", ">Ordered", ">Accepted", "State", "Deliver by", "Last accepted", ">Reminders"],
        [.. orders.Select(o => (IReadOnlyList<string>)
        [
            o.LotId[4..], _names.Agency(o.AgencyId), _names.Supplier(o.SupplierId), Count(o.Quantity), Count(o.AcceptedQuantity), o.State.ToString().ToLowerInvariant(),
            o.DeliverBy.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture),
            o.Entries.LastOrDefault(e => e.Kind is OrderEntryKind.Accepted) is { } last ? OsloTime.DateOf(last.ReportedAt).ToString("uuuu-MM-dd", CultureInfo.InvariantCulture) : "",
            Count(o.Reminders.Length),
        ])]);

    private static PriceSheet? SheetOf(Dictionary<string, Bid> bids, string bidId, string lotId) =>
        bids.GetValueOrDefault(bidId)?.Sheets.FirstOrDefault(s => s.LotId == lotId)?.Sheet;

    private static int Number(string lotId) => int.TryParse(lotId.AsSpan(4), out var number) ? number : 0;

    private static string Count(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Money(decimal kroner) => kroner.ToString("#,0.##", CultureInfo.InvariantCulture).Replace(',', ' ');

    private static string Points(decimal points) => points.ToString("0.00", CultureInfo.InvariantCulture);
}
