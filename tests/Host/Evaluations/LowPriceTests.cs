using NodaTime;
using Samkjop.People;
using Samkjop.Purchasing;
using Samkjop.Tests.Host.Bids;

namespace Samkjop.Tests.Host.Evaluations;

/// <summary>An abnormally low price over HTTP: flagged, asked about, explained, decided.</summary>
public sealed class LowPriceTests
{
    private const string Inquiry = $"{RankedLot.Lot}/evaluations/bid-bertel/price-inquiry";

    [Fact]
    public async Task A_low_price_is_explained_and_decided_on_before_the_lot_is_ranked()
    {
        await using var round = await OpenedAsync();

        var flagged = await round.Officer.GetAsync($"{RankedLot.Lot}/evaluations");
        var unranked = await round.Officer.PostAsync($"{RankedLot.Lot}/ranking");
        var asked = await AskAsync(round.Officer);
        var told = await round.Bertel.GetAsync($"rounds/{SealedRound.RoundId}/messages");
        var early = await round.Officer.PostAsync($"{Inquiry}/decision", new { accept = true, reason = "Godt forklart." });
        var answered = await round.Bertel.PostAsync($"{Inquiry}/answer", new { explanation = "Vi har bilene på lager." });
        var decided = await round.Officer.PostAsync($"{Inquiry}/decision", new { accept = true, reason = "Godt forklart." });
        var ranked = await round.Officer.PostAsync($"{RankedLot.Lot}/ranking");
        var shown = await round.Bertel.GetAsync(Inquiry);

        Assert.Contains("\"lowPrice\":{\"compared\":462000,\"belowPercent\":56.7}", flagged.Text, StringComparison.Ordinal);
        Assert.Equal([(409, "low-price-undecided"), (409, "price-answer-awaited")], new[] { unranked, early }.Select(a => (a.Code, a.Problem!)));
        Assert.Contains("price-inquiry-lot-1-bid-bertel", told.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("200000", told.Text, StringComparison.Ordinal);
        Assert.Equal([200, 200, 200, 200], new[] { asked, answered, decided, ranked }.Select(a => a.Code));
        Assert.Contains("Vi har bilene på lager.", shown.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Godt forklart.", shown.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bid_whose_price_was_not_accepted_is_rejected_with_the_reason()
    {
        await using var round = await OpenedAsync();
        await AskAsync(round.Officer);
        await round.App.AdvanceToAsync(new LocalDateTime(2021, 5, 29, 12, 0));

        var decided = await round.Officer.PostAsync($"{Inquiry}/decision", new { accept = false, reason = "Ingen forklaring kom innen fristen." });
        var ranked = await round.Officer.PostAsync($"{RankedLot.Lot}/ranking");

        Assert.Equal((200, 200), (decided.Code, ranked.Code));
        Assert.Equal(["bid-harald"], (await round.LotAsync("lot-1")).Ranking!.Bids.Select(b => b.BidId));
        var evaluation = (await round.App.Store.FindAsync<Evaluation>(SealedRound.RoundId, "evaluation-lot-1-bid-bertel"))!.Document;
        Assert.Contains("Ingen forklaring kom innen fristen.", Assert.Single(evaluation.RejectionReasons).No, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_officer_asks_and_decides_and_only_the_bids_own_supplier_answers_and_reads()
    {
        await using var round = await OpenedAsync();
        var before = await round.Bertel.PostAsync($"{Inquiry}/answer", new { explanation = "Jeg svarer uspurt." });
        var evaluator = await AskAsync(round.Evaluator);
        var stranger = await AskAsync(round.App.As("stranger", Role.ProcurementOfficer));
        await AskAsync(round.Officer);
        var rival = await round.App.As("ole@harald", Role.SupplierUser, supplier: "harald").PostAsync($"{Inquiry}/answer", new { explanation = "Han lyver." });
        var spy = await round.Harald.GetAsync(Inquiry);
        var again = await AskAsync(round.Officer);

        Assert.Equal((409, "price-not-asked"), (before.Code, before.Problem!));
        Assert.Equal((403, "role-required"), (evaluator.Code, evaluator.Problem!));
        Assert.Equal((403, "not-named-for-round"), (stranger.Code, stranger.Problem!));
        Assert.Equal((404, 404), (rival.Code, spy.Code));
        Assert.Equal((409, "price-already-asked"), (again.Code, again.Problem!));
    }

    private static Task<Answer> AskAsync(TestCaller officer) =>
        officer.PostAsync(Inquiry, new { question = "Hvordan kan prisen være så lav?", answerBy = "2021-05-28T10:00:00Z" });

    private static async Task<SealedRound> OpenedAsync()
    {
        var round = await SealedRound.StartAsync();
        await round.BidAsync(round.Bertel, SealedRound.SheetJson(200_000));
        await round.BidAsync(round.Harald, SealedRound.SheetJson(462_000));
        await round.OpenAsync();
        await round.DeclareAsync(round.Evaluator, round.Officer);
        await RankedLot.PointsAsync(round, "bid-bertel", 5);
        await RankedLot.PointsAsync(round, "bid-harald", 8);
        return round;
    }
}
