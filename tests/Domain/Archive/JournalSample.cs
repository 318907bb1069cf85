using System.Collections.Immutable;
using NodaTime;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Access;
using Samkjop.Purchasing.Archive;
using Samkjop.Purchasing.Awards;
using Samkjop.Tests.Domain.Bids;
using Given = Samkjop.Tests.Domain.Awards.Given;

namespace Samkjop.Tests.Domain.Archive;

/// <summary>A case with something of every sort: bids of two suppliers, one with a secret document, a question, a letter, a request for access.</summary>
internal static class JournalSample
{
    public static readonly Instant Opened = Given.Letters - Duration.FromDays(1);

    public static JournalSources Sources { get; } = new(
        Given.TheRound with { Invitation = Competition.Bidding.Invitation, ProcurementDocument = Competition.Bidding.ProcurementDocument, OpenedAt = Opened },
        [Given.LotInStandstill], [BidOf("alfa"), BidOf("beta")], [],
        [
            new BusinessSecret
            {
                RoundId = "2021-1",
                BidId = "bid-alfa",
                SupplierId = "alfa",
                DocumentId = "doc-alfa",
                Marked = new("Prisen.", "kari", Competition.During),
                Copy = new("sladdet.pdf", 50, new string('d', 64), "2021-1/redacted/doc-alfa/redacted-1", "kari", Opened),
            },
        ],
        [], [new AwardLetter("2021-1", "lot-1", "beta", Letter)],
        [
            new Question
            {
                RoundId = "2021-1",
                QuestionId = "question-1",
                SupplierId = "alfa",
                AskedAt = Competition.During,
                AskedBy = "kari",
                Asked = "Alfa Bil AS spør om rekkevidden.",
                Answers = [new(new("Hva med rekkevidden?", "What of the range?"), new("WLTP.", "WLTP."), Competition.During + Duration.FromHours(2), "officer")],
            },
        ],
        [
            new AccessRequest
            {
                RoundId = "2021-1",
                RequestId = "access-1",
                Requester = new(RequesterKind.Press, "0123"),
                ReceivedAt = Opened,
                RegisteredAt = Opened,
                RegisteredBy = "officer",
                Items = [new("bid-alfa", AccessOutcome.Deferred, "offentleglova § 23 tredje ledd")],
            },
        ],
        [new OutboundMessage("2021-1", "invitation-alfa", MessageRecipient.Supplier("alfa"), new("Invitasjon", "Invitation"), new("Velkommen.\u0001", "Welcome."), null, Competition.Opens)],
        new Dictionary<string, string>(StringComparer.Ordinal) { ["alfa"] = "Alfa & Sønner <Bil> AS", ["beta"] = "Beta AS" },
        new Dictionary<string, string>(StringComparer.Ordinal), ["round", "bid", "question"]);

    private static AwardLetterContent Letter => new(
        new("Runde", "Round"), new("Delkontrakt", "Lot"), "Beta AS", LetterOutcome.Won, "Beta AS", "Best.", null, null, [], []);

    private static Bid BidOf(string supplier) => new()
    {
        RoundId = "2021-1",
        BidId = $"bid-{supplier}",
        SupplierId = supplier,
        State = BidState.Opened,
        StartedAt = Competition.During,
        StartedBy = "kari",
        Documents =
        [
            new($"doc-{supplier}", BidDocumentPurpose.Sheet, "lot-1", "pris.pdf", Competition.During, new(Competition.During, 100, new string('a', 64), ReceiptVerdict.Accepted)),
            new($"doc-late-{supplier}", BidDocumentPurpose.Attachment, null, "sent.pdf", Competition.During, new(Competition.After, 100, new string('b', 64), ReceiptVerdict.Late)),
        ],
    };
}
