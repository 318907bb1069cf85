using System.Text.Json;
using NodaTime;
using Samkjop.People;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Awards;
using Samkjop.Purchasing.Calendars;
using Samkjop.Serialization;
using static Samkjop.Tests.Domain.Awards.Given;

namespace Samkjop.Tests.Domain.Awards;

/// <summary>New letters after an award that no longer stands.</summary>
public sealed class LetterAgainTests
{
    private const string WinnersWords = "Vi får ikke tak i batterier fra vår underleverandør.";

    private static readonly Lot AwardedToNext = AwardEndings
        .SetAside(LotInStandstill, TheRound, new SetWinnerAside(SetAsideCause.Withdrawn, WinnersWords, new Caller("kari", [Role.SupplierUser], SupplierId: "beta"), Letters))
        .Accepted().State.After(lot => Propose(lot, "bid-alfa")).After(lot => Decide(lot));

    private static readonly Dictionary<string, AwardLetter> BySupplier = LetterWriter.Write(TheRound, AwardedToNext, Bidders)
        .ToDictionary(letter => letter.SupplierId, StringComparer.Ordinal);

    [Fact]
    public void They_have_ids_of_their_own_so_that_the_first_are_kept()
    {
        var first = LetterWriter.Write(TheRound, AwardedLot, Bidders).Select(letter => letter.Id).ToList();

        Assert.Empty(first.Intersect(BySupplier.Values.Select(letter => letter.Id), StringComparer.Ordinal));
        Assert.All(BySupplier.Values, letter => Assert.False(letter.Id.StartsWith(AwardLetter.PrefixOf("lot-1"), StringComparison.Ordinal)));
        Assert.All(BySupplier.Values, letter => Assert.StartsWith(AwardLetter.PrefixOf("lot-1", 2), letter.Id, StringComparison.Ordinal));
    }

    [Fact]
    public void Each_says_which_letter_it_replaces() =>
        Assert.All(BySupplier.Values, letter => Assert.Contains("onsdag 12. mai 2021", letter.Content.Replaces!.No, StringComparison.Ordinal));

    [Fact]
    public void Who_dropped_out_is_now_a_loser_of_whom_others_read_nothing()
    {
        Assert.Equal(LetterOutcome.SetAside, BySupplier["beta"].Content.Outcome);
        Assert.Equal(LetterOutcome.Won, BySupplier["alfa"].Content.Outcome);
        string[] secrets = ["480 km", "462000", WinnersWords, "Sønner"];
        foreach (var other in new[] { "alfa", "gamma", "delta" })
        {
            var json = JsonSerializer.Serialize(BySupplier[other], SamkjopJson.Options) + LetterHtml.Render(BySupplier[other], LotInStandstill.Letters!);
            Assert.All(secrets, secret => Assert.DoesNotContain(secret, json, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void It_reads_why_itself_with_its_own_scores() =>
        Assert.Contains(WinnersWords, Assert.Single(BySupplier["beta"].Content.Rejections).No, StringComparison.Ordinal);

    [Fact]
    public void An_annulment_is_told_with_the_buyers_reason()
    {
        var annulled = AwardEndings.Annul(LotInStandstill, TheRound, new AnnulAward(false, "Poengene var summert feil.", Caller(Decider, Role.AwardDecider), Letters))
            .Accepted().State.After(lot => Propose(lot, "bid-beta")).After(lot => Decide(lot));

        Assert.All(LetterWriter.Write(TheRound, annulled, Bidders), letter => Assert.Contains("Poengene var summert feil.", letter.Content.Replaces!.En, StringComparison.Ordinal));
    }

    [Fact]
    public void The_standstill_in_calendars_goes_with_the_award_and_moves_with_the_new_letters()
    {
        var again = AwardedToNext.After(lot => ContractDecisions.SendLetters(lot, new SendLetters(["alfa", "beta"], Letters + Duration.FromDays(30), Letters, 2)));
        var (first, second) = (Standstill(LotInStandstill)!, Standstill(again)!);

        Assert.Null(Standstill(AwardedToNext));
        Assert.Equal(first.Key, second.Key);
        Assert.NotEqual(first.Time, second.Time);
    }

    [Fact]
    public void The_time_to_supply_evidence_stands_in_calendars_until_the_award_is_decided()
    {
        var entry = Assert.Single(Evidence(ProposedLot));

        Assert.Contains(entry.Audience, who => who == CalendarAudience.Supplier("beta"));
        Assert.Empty(Evidence(AwardedLot));
    }

    private static IEnumerable<Samkjop.Calendars.CalendarEntry> Evidence(Lot lot) => RoundEntries.Of(null, TheRound, [lot], [], evidence: [Shown(ProposedLot)])
        .Where(entry => entry.Key.StartsWith("evidence-", StringComparison.Ordinal));

    private static Samkjop.Calendars.CalendarEntry? Standstill(Lot lot) =>
        RoundEntries.Of(null, TheRound, [lot], []).SingleOrDefault(entry => entry.Key.StartsWith("standstill-", StringComparison.Ordinal));
}
