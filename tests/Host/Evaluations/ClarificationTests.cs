using NodaTime;
using Samkjop.People;
using Samkjop.Purchasing;
using Samkjop.Suppliers;
using Samkjop.Tests.Host.Bids;

namespace Samkjop.Tests.Host.Evaluations;

/// <summary>One round over HTTP: a bid is clarified and corrected, and a bidder that was suspended before closing is decided on.</summary>
public sealed class ClarificationTests
{
    private const string Bertels = $"{RankedLot.Lot}/evaluations/bid-bertel";

    [Fact]
    public async Task A_bid_is_clarified_and_corrected_and_a_suspended_bidder_decided_on_before_the_lot_is_ranked()
    {
        await using var round = await SealedRound.StartAsync();
        await round.App.Store.CreateAsync(new Supplier("harald", "Harald Bil AS", "974760673", [new Admission("dps-3500", Instant.FromUtc(2020, 1, 1, 0, 0))]));
        await round.BidAsync(round.Bertel, SealedRound.SheetJson(42_000));
        await round.BidAsync(round.Harald, SealedRound.SheetJson(462_000));
        var ended = await round.App.As("qual", Role.QualificationOfficer).PostAsync(
            "suppliers/harald/admissions/dps-3500/ending", new { ending = "suspended", reason = "Skatteattest mangler." });
        await round.OpenAsync();
        await round.DeclareAsync(round.Evaluator, round.Officer);

        var asked = await round.Officer.PostAsync($"{Bertels}/clarifications", new { question = "Er prisen 420 000?", answerBy = "2021-05-28T10:00:00Z" });
        var id = asked.Json.GetProperty("clarifications")[0].GetProperty("clarificationId").GetString();
        var spied = await round.Harald.GetAsync($"{Bertels}/clarifications");
        var answered = await round.Bertel.PostAsync($"{Bertels}/clarifications/{id}/answer", new { explanation = "Ja, en null falt ut." });
        var corrected = await round.Officer.PostAsync($"{Bertels}/corrections", new { field = "unitPrice", value = "420000", reason = "En null falt ut." });
        await RankedLot.PointsAsync(round, "bid-bertel", 5);
        await RankedLot.PointsAsync(round, "bid-harald", 8);
        var hindered = await round.Officer.PostAsync($"{RankedLot.Lot}/ranking");
        var decided = await round.Officer.PostAsync("rounds/2021-1/bids/bid-harald/membership-decision", new { keep = false, reason = "Ikke tatt opp." });
        var ranked = await round.Officer.PostAsync($"{RankedLot.Lot}/ranking");
        var told = await round.Bertel.GetAsync("rounds/2021-1/messages");
        var bid = await round.Officer.GetAsync("rounds/2021-1/bids/bid-bertel");

        Assert.Equal([200, 200, 200, 200, 200, 200], new[] { ended, asked, answered, corrected, decided, ranked }.Select(a => a.Code));
        Assert.Equal((404, "membership-undecided"), (spied.Code, hindered.Problem));
        Assert.Equal(["bid-bertel"], (await round.LotAsync("lot-1")).Ranking!.Bids.Select(b => b.BidId));
        Assert.Equal(420_000m, (await round.LotAsync("lot-1")).Ranking!.LowestPrice);
        Assert.Contains("\"unitPrice\":42000,", bid.Text, StringComparison.Ordinal);
        Assert.Contains("Det forhandles ikke", told.Text, StringComparison.Ordinal);
        Assert.Contains("åpenbar feil", told.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("420 000", told.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(await round.AuditAsync(), entry => entry.Event.ToString()!.Contains("null falt ut", StringComparison.Ordinal));
        var evaluation = (await round.App.Store.FindAsync<Evaluation>("2021-1", "evaluation-lot-1-bid-harald"))!.Document;
        Assert.Contains("Ikke tatt opp.", Assert.Single(evaluation.RejectionReasons).No, StringComparison.Ordinal);
    }
}
