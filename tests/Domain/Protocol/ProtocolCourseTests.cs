using NodaTime;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Protocol;
using Samkjop.Suppliers;

namespace Samkjop.Tests.Domain.Protocol;

/// <summary>What changed on the way stands in the protocol: documents, questions, deadlines, lots, and single bids.</summary>
public sealed class ProtocolCourseTests
{
    private static readonly Instant At = Instant.FromUtc(2021, 5, 10, 8, 0);

    private static ProtocolSources Sources { get; } = ProtocolSample.Sources with
    {
        Round = ProtocolSample.Sources.Round with
        {
            LotAdjustments = [new LotAdjustment(1, LotAdjustmentKind.Merge, [], "lot-3", "lot-1", null, null, "For få til en egen delkontrakt.", "andre", At)],
            Documents =
            [
                new TenderDocument("document-1", TenderDocumentKind.Specification,
                [
                    new(1, new("Krav", "Requirements"), "krav.pdf", 10, new string('c', 64), "b1", At, "andre"),
                    new(2, new("Krav", "Requirements"), "krav.pdf", 10, new string('d', 64), "b2", At, "andre", new("Krav 4 var feil.", "Requirement 4 was wrong.")),
                ]),
            ],
            WindowChanges =
            [
                new WindowChange(At, "andre", WindowChangeCause.BuyerOutage, At, At + Duration.FromDays(1), new("Portalen var nede.", "The portal was down."), new OutagePeriod(At, At, "INC-4711")),
            ],
        },
        Questions =
        [
            new Question
            {
                RoundId = "2021-1", QuestionId = "question-1", SupplierId = "alfa", AskedAt = At, AskedBy = "kari", Asked = "Vi i Alfa lurer.",
                Answers = [new GivenAnswer(new("Gjelder WLTP?", "Is it WLTP?"), new("Ja.", "Yes."), At, "andre")],
            },
        ],
        Evaluations =
        [
            ProtocolSample.Sources.Evaluations[0] with
            {
                Clarifications = [new Clarification("clarification-1", "Er prisen per bil?", "andre", At, At) { Answer = new WrittenAnswer("Ja, per bil.", "kari", At) }],
                Corrections = [new SheetCorrection(PriceSheetField.UnitPrice, "42000", "420000", "En null mangler.", "andre", At)],
                Membership = new(new MembershipFlag(At, At, AdmissionEnding.Left, null), new ReasonedDecision(false, "Ikke tatt opp.", "andre", At)),
            },
        ],
    };

    [Theory]
    [InlineData("For få til en egen delkontrakt.")]
    [InlineData("Krav 4 var feil.")]
    [InlineData("Gjelder WLTP?")]
    [InlineData("INC-4711")]
    [InlineData("Er prisen per bil?")]
    [InlineData("Ja, per bil.")]
    [InlineData("«42000», teller som «420000»")]
    [InlineData("Ikke tatt opp ved tilbudsfristen")]
    public void It_stands_in_the_protocol(string text) => Assert.Contains(text, Page(Sources), StringComparison.Ordinal);

    [Fact]
    public void Who_asked_is_named_once_the_bids_are_open_and_nothing_of_single_bids_is_told_before()
    {
        var sealedRound = Page(Sources with { Round = Sources.Round with { OpenedAt = null, Phase = RoundPhase.Bidding } });

        Assert.Contains("Gjelder WLTP?", sealedRound, StringComparison.Ordinal);
        Assert.DoesNotContain("En null mangler.", sealedRound, StringComparison.Ordinal);
        Assert.Null(Assert.Single(ProtocolBuilder.Build(Sources with { Round = Sources.Round with { OpenedAt = null } }).Course.Questions).Supplier);
        Assert.NotNull(Assert.Single(ProtocolBuilder.Build(Sources).Course.Questions).Supplier);
    }

    [Fact]
    public void What_was_decided_of_a_lot_without_bids_stands_with_its_reason()
    {
        var lots = Sources.Lots.Select(lot => lot.Phase is LotPhase.WithoutBids
            ? lot with { Outcome = new LotOutcome(LotOutcomeKind.Rerun, new("Flere modeller kommer.", "More models come."), "andre", At, "2021-2") }
            : lot);

        var page = Page(Sources with { Lots = [.. lots] });

        Assert.Contains("Besluttet kjørt på nytt i runde 2021-2", page, StringComparison.Ordinal);
        Assert.Contains("Flere modeller kommer.", page, StringComparison.Ordinal);
    }

    private static string Page(ProtocolSources sources) => System.Net.WebUtility.HtmlDecode(ProtocolHtml.Render(ProtocolBuilder.Build(sources)).ToString());
}
