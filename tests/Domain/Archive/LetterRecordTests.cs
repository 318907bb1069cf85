using NodaTime;
using Samkjop.People;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Archive;
using Samkjop.Purchasing.Awards;
using Samkjop.Tests.Domain.Awards;
using Given = Samkjop.Tests.Domain.Awards.Given;

namespace Samkjop.Tests.Domain.Archive;

/// <summary>Letters of awards that no longer stand are entries of the journal beside those that do.</summary>
public sealed class LetterRecordTests
{
    private static readonly Instant Later = Given.Letters + Duration.FromDays(3);

    private static readonly Lot AwardedAgain = Given.LotInStandstill
        .After(lot => AwardEndings.Annul(lot, Given.TheRound, new AnnulAward(false, "Feil.", Given.Caller(Given.Decider, Role.AwardDecider), Later)))
        .After(lot => Given.Propose(lot, "bid-beta")).After(lot => Given.Decide(lot))
        .After(lot => ContractDecisions.SendLetters(lot, new SendLetters(["alfa", "beta"], Later + Duration.FromDays(10), Later, 2)));

    private static readonly RoundRecord[] Journal =
    [
        .. RoundJournal.Of(JournalSample.Sources with
        {
            Lots = [AwardedAgain],
            Letters = [.. LetterWriter.Write(Given.TheRound, Given.AwardedLot, Given.Bidders), .. LetterWriter.Write(Given.TheRound, AwardedAgain with { Phase = LotPhase.Awarded, Letters = null }, Given.Bidders)],
        }),
    ];

    [Fact]
    public void Each_letter_has_the_time_of_its_own_dispatch()
    {
        Assert.Equal(Given.Letters, Journal.Single(record => record.RecordId == "letter-lot-1-beta").At);
        Assert.Equal(Later, Journal.Single(record => record.RecordId == "letter-lot-1.2-beta").At);
    }
}
