using Samkjop.Purchasing;
using Samkjop.Purchasing.Consolidation;
using Samkjop.Purchasing.Scoring;

namespace Samkjop.Benchmarks.Rules;

/// <summary>Needs and bids such as agencies and suppliers send, the same at every run.</summary>
internal static class RuleInputs
{
    private static readonly VehicleClass[] Classes = Enum.GetValues<VehicleClass>();

    public static ScoringModel Model { get; } = new(
        PriceFormula.Linear,
        [
            new Criterion("price", new Text("Pris", "Price"), Purchasing.Scoring.CriterionKind.Price, 50),
            new Criterion("function", new Text("Egnethet", "Fitness"), Purchasing.Scoring.CriterionKind.Quality, 20),
            new Criterion("environment", new Text("Klima og miljø", "Climate and environment"), Purchasing.Scoring.CriterionKind.Quality, 30, IsEnvironment: true),
        ],
        TieBreak.LowestPrice, "benchmark");

    /// <summary>Needs of 400 agencies over all classes and sizes, in no order.</summary>
    public static IReadOnlyList<ConsolidationNeed> Needs(int count)
    {
        var random = new Random(count);
        return
        [
            .. Enumerable.Range(0, count).Select(i => new ConsolidationNeed(
                $"need-{random.Next():x8}-{i}", 1, $"agency-{random.Next(400)}", Classes[random.Next(Classes.Length)], random.Next(1, 20),
                VehicleRequirements.None with { ZeroEmission = true, MinimumRangeKm = random.Next(100, 500), MinimumSeats = random.Next(2, 9), AllWheelDrive = random.Next(8) == 0 },
                IsOption: random.Next(10) == 0)),
        ];
    }

    /// <summary>Lots with bids whose prices differ by whole thousands, so that some tie.</summary>
    public static IReadOnlyList<(string LotId, IReadOnlyList<ScorableBid> Bids)> Lots(int lots, int bids)
    {
        var random = new Random(lots + bids);
        return [.. Enumerable.Range(1, lots).Select(lot => ($"lot-{lot}", (IReadOnlyList<ScorableBid>)[.. Enumerable.Range(0, bids).Select(bid => Bid(bid, random))]))];
    }

    private static ScorableBid Bid(int bid, Random random) => new(
        $"bid-{bid}", 300_000 + (1000 * random.Next(300)),
        [
            new CriterionPoints("function", random.Next(0, 21) / 2m, "Fits the task as described in the sheet."),
            new CriterionPoints("environment", random.Next(0, 21) / 2m, "Life-cycle figures for vehicle and battery."),
        ]);
}
