using Samkjop.Decisions;
using Samkjop.People;
using Samkjop.Purchasing;
using Samkjop.Rules;
using static Samkjop.Tests.Domain.Bids.Competition;

namespace Samkjop.Tests.Domain.Documents;

/// <summary>The window closes Friday 21 May 2021 at 12:00, so that a correction from 15 May on proposes an extension.</summary>
public sealed class TenderDocumentTests
{
    private static readonly Text Reason = new("Krav 4 var feil.", "Requirement 4 was wrong.");
    private static readonly Caller Bertel = new("kari@bertel", [Role.SupplierUser], SupplierId: "bertel");
    private static readonly Caller Agency = new("anne", [Role.NeedReporter], AgencyId: "bym");

    private static Round Drafting { get; } = Bids.Competition.Bidding with { Phase = RoundPhase.AwaitingInvitation, Invitation = null };

    private static Round Drafted => Add(Drafting, "document-1", TenderDocumentKind.Specification).Accepted();

    private static Round Released => Bids.Competition.Bidding with
    {
        Documents = Revise(Drafted, "document-1", "b").Accepted().Documents,
        Invitation = Bids.Competition.Bidding.Invitation! with { Documents = TenderDocuments.Pinned(Revise(Drafted, "document-1", "b").Accepted()) },
    };

    [Fact]
    public void Before_the_invitation_versions_follow_each_other_and_the_old_ones_are_kept()
    {
        var revised = Revise(Drafted, "document-1", "b");

        var document = Assert.Single(revised.Accepted().Documents);
        Assert.Equal([(1, Hash("a")), (2, Hash("b"))], document.Versions.Select(v => (v.Number, v.Sha256)));
        Assert.Equal(2, Assert.IsType<TenderDocumentEntered>(Assert.Single(revised.Events())).Version);
        Assert.Equal([new PinnedDocument("document-1", TenderDocumentKind.Specification, 2, Hash("b"))], TenderDocuments.Pinned(revised.Accepted()));
        Assert.Empty(Revise(revised.Accepted(), "document-1", "b").Events());
    }

    [Fact]
    public void After_the_invitation_a_document_is_corrected_with_a_reason_that_all_invited_are_told()
    {
        Assert.Contains("reason", Revise(Released, "document-1", "c").Refused().Errors!.Keys);

        var corrected = Revise(Released, "document-1", "c", Reason).Accepted();
        var messages = Notices.Of(corrected, []).ToList();

        Assert.Equal(["bertel", "harald", "maxus"], messages.Select(m => m.Recipient.Id));
        Assert.Single(messages.Select(m => (m.Subject, m.Body, m.Link, m.CreatedAt)).Distinct());
        Assert.Contains(Reason.No, messages[0].Body.No, StringComparison.Ordinal);
        Assert.Equal(3, messages.DistinctBy(m => m.MessageId).Count());
        Assert.Equal(2, Assert.Single(corrected.Invitation!.Documents).Version);
    }

    [Fact]
    public void A_document_that_was_forgotten_is_added_as_a_correction_too()
    {
        var added = Add(Released, "document-2", TenderDocumentKind.Contract, Reason);

        Assert.Equal("document-2", Assert.IsType<TenderDocumentCorrected>(Assert.Single(added.Events())).DocumentId);
        Assert.Equal(["document-1", "document-2"], TenderDocumentAccess.VisibleTo(added.Accepted(), Bertel).Select(d => d.DocumentId));
    }

    [Fact]
    public void A_correction_less_than_six_days_before_closing_proposes_an_extension_and_one_before_does_not()
    {
        var inTime = Revise(Released, "document-1", "c", Reason, GivenRound.Oslo(2021, 5, 14, 23, 59));
        var late = Revise(Released, "document-1", "c", Reason, GivenRound.Oslo(2021, 5, 18, 9, 0));

        Assert.Null(Assert.IsType<TenderDocumentCorrected>(Assert.Single(inTime.Events())).ProposedClosing);
        Assert.Equal(GivenRound.Oslo(2021, 5, 25, 12, 0), Assert.IsType<TenderDocumentCorrected>(Assert.Single(late.Events())).ProposedClosing);
        Assert.Equal(GivenRound.Oslo(2021, 5, 25, 12, 0), ExtensionProposals.Of(late.Accepted(), [], RuleTable.Norwegian)!.Closes);
        Assert.Null(ExtensionProposals.Of(inTime.Accepted(), [], RuleTable.Norwegian));
    }

    [Fact]
    public void From_the_closing_on_nothing_changes_any_more()
    {
        Assert.Equal("tender-documents-closed", Revise(Released, "document-1", "c", Reason, Closes).Refused().Code);
        Assert.Equal("tender-documents-closed", Add(Released with { Phase = RoundPhase.Evaluating }, "document-2", TenderDocumentKind.Other, Reason).Refused().Code);
        Assert.Equal("tender-document-released", TenderDocuments.Remove(Released, new("document-1", Officer, During)).Refused().Code);
    }

    [Fact]
    public void Criteria_and_formula_are_frozen_for_corrections_too() => Assert.Equal("document-frozen", ProcurementDocumentDecisions.Write(
        Released,
        new WriteProcurementDocument(new(Samkjop.Purchasing.Scoring.PriceFormula.Proportional, new("a", "b"), [], Samkjop.Purchasing.Scoring.TieBreak.LowestPrice), Officer, During),
        RuleTable.Norwegian).Refused().Code);

    [Fact]
    public void Suppliers_read_what_was_released_with_its_corrections_agencies_the_current_ones_and_those_who_run_rounds_all()
    {
        var corrected = Revise(Released, "document-1", "c", Reason).Accepted();

        Assert.Equal([2, 3], Numbers(corrected, Bertel));
        Assert.Equal([2, 3], Numbers(corrected, Agency));
        Assert.Equal([1, 2, 3], Numbers(corrected, Officer));
        Assert.Equal([1], Numbers(Drafted, Agency));
        Assert.Empty(TenderDocumentAccess.VisibleTo(Drafted, Bertel));
        Assert.Empty(TenderDocumentAccess.VisibleTo(TenderDocuments.Remove(Drafted, new("document-1", Officer, During)).Accepted(), Agency));
    }

    [Fact]
    public void A_supplier_that_claims_another_role_too_reads_no_more_than_a_supplier() =>
        Assert.Equal([2], Numbers(Released, new Caller("kari", [Role.SupplierUser, Role.ProcurementOfficer], SupplierId: "bertel")));

    [Theory]
    [InlineData("krav.exe", 100, "fileName")]
    [InlineData("krav", 100, "fileName")]
    [InlineData("krav.pdf", 0, "uploadId")]
    [InlineData("krav.pdf", 10L * 1024 * 1024 + 1, "uploadId")]
    public void Files_that_nobody_should_open_are_refused(string name, long size, string path) => Assert.Contains(path, TenderDocuments.Add(
        Drafting, new("document-1", TenderDocumentKind.Other, File("a") with { FileName = name, Size = size }, null, Officer, During), RuleTable.Norwegian).Refused().Errors!.Keys);

    [Fact]
    public void What_the_round_requires_hinders_the_release_and_what_is_expected_is_warned_of()
    {
        var round = GivenRound.ReadyRound with { Settings = RoundSettings.Default with { RequiredDocuments = [TenderDocumentKind.Contract] } };

        Assert.Equal("tender-documents-missing", Release(round).Refused().Code);
        Assert.Equal(2, InvitationPreview.WarningsOf(round, admitted: 3).Length);

        var complete = round with { Documents = [Drafted.Documents[0] with { Kind = TenderDocumentKind.Contract }] };
        Assert.Equal("document-1", Assert.Single(Release(complete).Accepted().Invitation!.Documents).DocumentId);
        Assert.Contains("kravspesifikasjon", Assert.Single(InvitationPreview.WarningsOf(complete, admitted: 3)).No, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_officers_of_the_round_enter_documents() => Assert.Equal(
        ["role-required", "not-named-for-round"],
        new[] { Bertel, new Caller("tonje", [Role.ProcurementOfficer]) }.Select(by =>
            TenderDocuments.Add(Drafting, new("document-1", TenderDocumentKind.Other, File("a"), null, by, During), RuleTable.Norwegian).Refused().Code));

    private static Decision<Round> Release(Round round) => InvitationDecisions.Release(
        round, new(null, new NodaTime.LocalDate(2021, 5, 31), null, null, ["bertel"], GivenRound.Officer, GivenRound.Oslo(2021, 5, 4, 9, 0)), RuleTable.Norwegian);

    private static int[] Numbers(Round round, Caller caller) => [.. Assert.Single(TenderDocumentAccess.VisibleTo(round, caller)).Versions.Select(v => v.Number)];

    private static Decision<Round> Add(Round round, string id, TenderDocumentKind kind, Text? reason = null) =>
        TenderDocuments.Add(round, new AddTenderDocument(id, kind, File("a"), reason, Officer, During), RuleTable.Norwegian);

    private static Decision<Round> Revise(Round round, string id, string content, Text? reason = null, NodaTime.Instant? now = null) =>
        TenderDocuments.Revise(round, new ReviseTenderDocument(id, File(content), reason, Officer, now ?? During), RuleTable.Norwegian);

    private static TenderFile File(string content) => new(new("Krav", "Requirements"), "krav.pdf", 100, Hash(content), $"2021-1/documents/{content}");

    private static string Hash(string content) => new(content[0], 64);
}
