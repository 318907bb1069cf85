using NodaTime;
using Samkjop.People;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Awards;
using Samkjop.Purchasing.Complaints;
using Samkjop.Purchasing.Protocol;
using Samkjop.Tests.Domain.Awards;

namespace Samkjop.Tests.Domain.Protocol;

/// <summary>The protocol shows what an award went through: evidence, complaints, an annulment, a winner that withdrew.</summary>
public sealed class ProtocolDisputesTests
{
    private static readonly Instant At = Given.Letters + Duration.FromDays(2);

    private static readonly string Page = ProtocolHtml.Render(ProtocolBuilder.Build(ProtocolSample.Sources with
    {
        Lots = [Disputed],
        Evidence = [Given.Shown(Given.ProposedLot)],
        Complaints =
        [
            Complaint with
            {
                Waiting = new ComplaintWaiting(Waits: false, At, 2, "Åpenbart <grunnløs>", Given.Officer),
                Conclusion = new ComplaintConclusion(ComplaintOutcome.Dismissed, "Poengene er riktige.", Given.Decider, At),
            },
        ],
    })).ToString();

    [Theory]
    [InlineData("Dokumentasjon før tildeling")]
    [InlineData("Skatteattest")]
    [InlineData("I orden.")]
    [InlineData("annullert")]
    [InlineData("Poengene var summert feil.")]
    [InlineData("trakk seg")]
    [InlineData("Fabrikken er stengt.")]
    [InlineData("Rekkevidden er lest feil.")]
    [InlineData("Åpenbart <grunnløs>")]
    [InlineData("ikke tatt til følge")]
    [InlineData("Poengene er riktige.")]
    public void The_page_tells(string what) => Assert.Contains(System.Net.WebUtility.HtmlEncode(what), Page, StringComparison.Ordinal);

    [Fact]
    public void Suppliers_stand_by_name() => Assert.Contains("Alfa Bil AS", Page[Page.IndexOf("Klager", StringComparison.Ordinal)..], StringComparison.Ordinal);

    private static Lot Disputed => Given.LotInStandstill
        .After(lot => AwardEndings.Annul(lot, Given.TheRound, new AnnulAward(false, "Poengene var summert feil.", Given.Caller(Given.Decider, Role.AwardDecider), At)))
        .After(lot => Given.Propose(lot, "bid-beta"))
        .After(lot => AwardEndings.SetAside(lot, Given.TheRound, new SetWinnerAside(SetAsideCause.Withdrawn, "Fabrikken er stengt.", Given.Caller(Given.Officer, Role.ProcurementOfficer), At)));

    private static Complaint Complaint => ComplaintDecisions.File(
        Given.TheRound, Given.LotInStandstill,
        new FileComplaint("complaint-1", "Rekkevidden er lest feil.", new Caller("kari", [Role.SupplierUser], SupplierId: "alfa"), At)).Accepted().State;
}
