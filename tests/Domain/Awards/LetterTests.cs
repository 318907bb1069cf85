using System.Text.Json;
using NodaTime;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Awards;
using Samkjop.Serialization;
using static Samkjop.Tests.Domain.Awards.Given;

namespace Samkjop.Tests.Domain.Awards;

public sealed class LetterTests
{
    private static readonly Dictionary<string, AwardLetter> BySupplier = LetterWriter.Write(TheRound, AwardedLot, Bidders)
        .ToDictionary(letter => letter.SupplierId, StringComparer.Ordinal);

    [Fact]
    public void Every_bidder_gets_one_letter_the_rejected_too() => Assert.Equal(["alfa", "beta", "delta", "gamma"], BySupplier.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Each_letter_says_its_outcome_and_names_the_winner()
    {
        Assert.Equal(LetterOutcome.Won, BySupplier["beta"].Content.Outcome);
        Assert.Equal(LetterOutcome.NotChosen, BySupplier["alfa"].Content.Outcome);
        Assert.Equal(LetterOutcome.Rejected, BySupplier["delta"].Content.Outcome);
        Assert.All(BySupplier.Values, letter => Assert.Equal("Beta & Sønner <Bil> AS", letter.Content.WinnerName));
    }

    [Fact]
    public void One_who_lost_reads_its_own_scores_beside_the_winners_with_reasons_and_relative_advantages()
    {
        var content = BySupplier["alfa"].Content;

        Assert.Equal(["320 km etter WLTP"], content.Own!.Criteria.Where(c => c.CriterionId == "range").Select(c => c.Reason.No));
        Assert.Equal(["480 km etter WLTP"], content.Winner!.Criteria.Where(c => c.CriterionId == "range").Select(c => c.Reason.No));
        Assert.Equal("Rekkevidde: 10,0000 poeng mot deres 6,0000", Assert.Single(content.Advantages).No);
    }

    [Fact]
    public void Nobody_reads_of_another_loser()
    {
        var json = JsonSerializer.Serialize(BySupplier["alfa"], SamkjopJson.Options);
        string[] secrets = ["gamma", "Gamma", "Tapers hemmelige rekkevidde", "400000", "400\u00a0000", "delta", "hybrid"];

        Assert.All(secrets, secret => Assert.DoesNotContain(secret, json, StringComparison.Ordinal));
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, Rendered("alfa"), StringComparison.Ordinal));
    }

    [Fact]
    public void Nobody_reads_the_winners_price()
    {
        foreach (var supplier in BySupplier.Keys.Where(id => id != "beta"))
        {
            Assert.DoesNotContain("462000", JsonSerializer.Serialize(BySupplier[supplier], SamkjopJson.Options), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_winner_reads_nothing_of_those_who_lost()
    {
        var content = BySupplier["beta"].Content;

        Assert.Null(content.Winner);
        Assert.Empty(content.Advantages);
        Assert.DoesNotContain("alfa", JsonSerializer.Serialize(BySupplier["beta"], SamkjopJson.Options), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void The_rejected_reads_why_and_no_scores()
    {
        var content = BySupplier["delta"].Content;

        Assert.Equal("Ladbar hybrid er ikke nullutslipp.", Assert.Single(content.Rejections).No);
        Assert.Null(content.Own);
        Assert.Null(content.Winner);
    }

    [Fact]
    public void The_page_tells_the_standstill_in_local_words_and_encodes_everything()
    {
        var page = Rendered("alfa");

        Assert.Contains("Karensperioden varer til tirsdag 25. mai 2021 kl. 24.00 (norsk tid).", page, StringComparison.Ordinal);
        Assert.Contains("signeres onsdag 26. mai 2021", page, StringComparison.Ordinal);
        Assert.Contains("Beta &amp; S&#248;nner &lt;Bil&gt; AS", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<Bil>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Letters_of_the_same_award_are_the_same_every_time() => Assert.Equal(
        JsonSerializer.Serialize(LetterWriter.Write(TheRound, AwardedLot, Bidders), SamkjopJson.Options),
        JsonSerializer.Serialize(LetterWriter.Write(TheRound, AwardedLot, [.. Bidders.Reverse()]), SamkjopJson.Options));

    [Fact]
    public void Where_every_bid_was_rejected_each_bidder_reads_why_and_that_nobody_won()
    {
        var lot = RankedLot with { Phase = LotPhase.WithoutBids, Ranking = null };
        var letter = Assert.Single(LetterWriter.Write(TheRound, lot, [Bidders[^1]]));
        var dispatch = lot.After(l => ContractDecisions.SendLetters(l, new SendLetters(["delta"], Letters, Letters))).Letters!;
        var page = LetterHtml.Render(letter, dispatch).ToString();

        Assert.Null(dispatch.StandstillEnds);
        Assert.Null(letter.Content.WinnerName);
        Assert.Contains("A plug-in hybrid is not zero-emission.", page, StringComparison.Ordinal);
        Assert.Contains("the lot ended without an award", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Karensperiode", page, StringComparison.Ordinal);
    }

    private static string Rendered(string supplierId) => LetterHtml.Render(BySupplier[supplierId], LotInStandstill.Letters!).ToString();
}
