using Samkjop.People;
using Samkjop.Purchasing;
using Samkjop.Tests.Host.Bids;

namespace Samkjop.Tests.Host.Evaluations;

/// <summary>A lot with two admissible bids, 420 000 and 462 000 kr, and a plug-in hybrid that is rejected.</summary>
internal static class RankedLot
{
    public const string Lot = $"rounds/{SealedRound.RoundId}/lots/lot-1";

    public static async Task<SealedRound> OpenedAsync(Func<Round, Round>? change = null)
    {
        var round = await SealedRound.StartAsync(change: change);
        await round.BidAsync(round.Bertel, SealedRound.SheetJson(420_000));
        await round.BidAsync(round.Harald, SealedRound.SheetJson(462_000));
        await round.BidAsync(round.App.As("per@maxus", Role.SupplierUser, supplier: "maxus"), SealedRound.SheetJson(300_000, drivetrain: Drivetrain.PlugInHybrid));
        await round.OpenAsync();
        await round.DeclareAsync(round.Evaluator, round.Officer);
        return round;
    }

    /// <summary>Points for both, and the ranking: harald first with 8.6, bertel second with 8.</summary>
    public static async Task RankAsync(SealedRound round)
    {
        Assert.Equal(200, (await PointsAsync(round, "bid-bertel", 5)).Code);
        Assert.Equal(200, (await PointsAsync(round, "bid-harald", 8)).Code);
        Assert.Equal(200, (await round.Officer.PostAsync($"{Lot}/ranking")).Code);
    }

    public static Task<Answer> PointsAsync(SealedRound round, string bidId, decimal points) => round.Evaluator.PostAsync($"{Lot}/evaluations", Body(bidId, points));

    public static object Body(string bidId, decimal points) => new { bidId, points = new[] { new { criterionId = "range", points, reason = "Rekker langt nok." } } };
}
