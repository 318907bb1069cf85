using System.Text;
using System.Text.Json;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Access;
using Samkjop.Purchasing.Archive;
using Samkjop.Serialization;

namespace Samkjop.Tests.Domain.Archive;

public sealed class RoundJournalTests
{
    private static JournalSources Sealed => JournalSample.Sources with
    {
        Round = JournalSample.Sources.Round with { OpenedAt = null, Phase = RoundPhase.Bidding },
        Letters = [],
    };

    [Fact]
    public void The_journal_holds_everything_of_the_case_in_the_order_of_time()
    {
        var journal = RoundJournal.Of(JournalSample.Sources);

        Assert.Equal(
            [
                "access-1", "audit", "audit-plan", "bid-alfa", "bid-beta", "criteria", "data-bid", "data-question", "data-round", "evaluation-lot-1", "letter-lot-1-beta",
                "message-invitation-alfa", "opening", "people", "question-1",
            ],
            journal.Select(record => record.RecordId).Order(StringComparer.Ordinal).Where(id => id != "protocol"));
        Assert.Equal(journal.Select(record => record.At).Order(), journal.Select(record => record.At));
    }

    [Fact]
    public void Before_the_opening_it_has_nothing_that_tells_who_has_bid_or_asked()
    {
        var journal = RoundJournal.Of(Sealed);

        Assert.DoesNotContain(journal, record => record.Kind is RecordKind.Bid or RecordKind.Opening or RecordKind.Evaluation or RecordKind.AwardLetter or RecordKind.Protocol);
        Assert.Equal(["data-round"], journal.Where(record => record.Kind is RecordKind.Data).Select(record => record.RecordId));
        var question = Assert.Single(journal, record => record.Kind is RecordKind.Question);
        Assert.Null(question.Counterpart);
        Assert.DoesNotContain("Alfa", TextOf(question), StringComparison.Ordinal);
        Assert.DoesNotContain("alfa", JsonSerializer.Serialize(question.Title, SamkjopJson.Options), StringComparison.Ordinal);
    }

    [Fact]
    public void What_came_late_is_told_by_its_receipt_and_its_content_stays_unread()
    {
        var bid = RoundJournal.Of(JournalSample.Sources).Single(record => record.RecordId == "bid-alfa");

        Assert.Equal(["pris.pdf", "kvitteringer.json"], bid.Files.Select(file => file.FileName));
        Assert.Contains("For sent", Encoding.UTF8.GetString(((RecordSource.Written)bid.Files[1].Source).Content()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_that_is_marked_as_secret_carries_its_redacted_copy_beside_it()
    {
        var (alfa, beta) = (Record("bid-alfa"), Record("bid-beta"));

        Assert.Equal((true, true), (alfa.Asked.MarkedSecret, alfa.Asked.HasRedacted));
        Assert.Equal("sladdet.pdf", alfa.Files[0].Redacted!.FileName);
        Assert.Equal((false, false), (beta.Asked.MarkedSecret, beta.Asked.HasRedacted));
    }

    [Fact]
    public void Each_answer_gives_the_file_that_it_allows_and_nothing_before_the_award()
    {
        var (secret, open) = (Record("bid-alfa"), Record("bid-beta"));
        AccessItem Answered(AccessOutcome? outcome) => new("bid-alfa", outcome);

        Assert.Same(secret.Files[0].Redacted, GivenFiles.Of(Answered(AccessOutcome.Partly), secret, 1, AccessStage.Awarded));
        Assert.Same(secret.Files[1], GivenFiles.Of(Answered(AccessOutcome.Partly), secret, 2, AccessStage.Awarded));
        Assert.Same(secret.Files[0], GivenFiles.Of(Answered(AccessOutcome.Granted), secret, 1, AccessStage.Awarded));
        Assert.Null(GivenFiles.Of(Answered(AccessOutcome.Partly), open, 1, AccessStage.Awarded));
        Assert.All((AccessOutcome?[])[null, AccessOutcome.Refused, AccessOutcome.Deferred], outcome => Assert.Null(GivenFiles.Of(Answered(outcome), secret, 1, AccessStage.Awarded)));
        Assert.All(Enum.GetValues<AccessOutcome>(), outcome => Assert.Null(GivenFiles.Of(Answered(outcome), secret, 1, AccessStage.Opened)));
        Assert.Null(GivenFiles.Of(null, secret, 1, AccessStage.Closed));
        Assert.Null(GivenFiles.Of(Answered(AccessOutcome.Granted), secret, 3, AccessStage.Closed));
    }

    [Fact]
    public void The_same_case_gives_the_same_bytes()
    {
        var (one, other) = (RoundJournal.Of(JournalSample.Sources), RoundJournal.Of(JournalSample.Sources));
        Assert.Equal(one.SelectMany(Written), other.SelectMany(Written));
    }

    private static RoundRecord Record(string id) => RoundJournal.Of(JournalSample.Sources).Single(record => record.RecordId == id);

    private static IEnumerable<string> Written(RoundRecord record) =>
        record.Files.Select(file => file.Source).OfType<RecordSource.Written>().Select(source => Convert.ToBase64String(source.Content()));

    private static string TextOf(RoundRecord record) => Encoding.UTF8.GetString(((RecordSource.Written)record.Files[0].Source).Content());
}
