using System.Collections.Immutable;
using Samkjop.Calendar;
using Samkjop.Publication.Model;
using Samkjop.Purchasing;

namespace Samkjop.Publication;

/// <summary>What becomes public when a round moves on, each at its time: nothing of needs' ceilings, of who is invited, or of bids before the opening.</summary>
public static class RoundReleases
{
    /// <summary>Only suppliers that are admitted to the purchasing system may bid.</summary>
    internal const string Method = "selective";

    internal const string Category = "goods";

    internal static readonly Text MethodDetails = new("Dynamisk innkjøpsordning", "Dynamic purchasing system");

    /// <summary>Needs are collected: that something will be bought, and when it is known what.</summary>
    /// <param name="head">The release's head.</param>
    /// <param name="round">The round.</param>
    /// <param name="systemName">The purchasing system's name.</param>
    /// <param name="agencyName">Everyday name of the agency whose own call-off it is; null for a joint round.</param>
    public static Release Opened(ReleaseHead head, Round round, Text systemName, string? agencyName = null)
    {
        ArgumentNullException.ThrowIfNull(head);
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(systemName);
        var buyer = round.CallOff is { AgencyId: var agencyId } ? Parties.Agency(agencyId, agencyName ?? agencyId) : Parties.Buyer(head.Settings);
        var reference = new OrganizationReference(buyer.Id, buyer.Name);
        var rationale = round.CallOff is null
            ? new Text($"Virksomhetenes behov samles til felles kjøp under {systemName.No}.", $"The agencies' needs are collected for a joint purchase under {systemName.En}.")
            : new Text($"Virksomheten kjøper til seg selv under {systemName.No}.", $"The agency buys for itself under {systemName.En}.");
        return head.Begin(ReleaseTags.Planning) with
        {
            Parties = [buyer],
            Buyer = reference,
            Planning = new Planning(
                rationale.No, rationale.En,
                [
                    Planned("needs-deadline", new Text("Frist for å melde behov", "Deadline for reporting needs"), round.Needs.Deadline),
                    Planned("lots-lock", new Text("Delkontraktene låses", "The lots are locked"), round.Needs.LotsLockAt),
                ]),
            Tender = TenderOf(round) with
            {
                Title = round.Title.No,
                TitleEn = round.Title.En,
                Status = TenderStatus.Planning,
                ProcuringEntity = reference,
                ProcurementMethod = Method,
                ProcurementMethodDetails = MethodDetails.No,
                ProcurementMethodDetailsEn = MethodDetails.En,
                MainProcurementCategory = Category,
            },
            RelatedProcesses = [new RelatedProcess("purchasing-system", ["framework"], systemName.No, "ocid", head.Settings.OcidOfSystem(round.PurchasingSystemId))],
        };
    }

    /// <summary>The invitation is out: lots, criteria and times as they were then.</summary>
    public static Release Invited(ReleaseHead head, Round round, IReadOnlyCollection<Lot> lots, InvitationReleased released)
    {
        ArgumentNullException.ThrowIfNull(head);
        ArgumentNullException.ThrowIfNull(lots);
        var then = RoundTimes.At(round, released);
        return head.Begin(ReleaseTags.Tender) with
        {
            Tender = TenderOf(then) with
            {
                Status = TenderStatus.Active,
                AwardCriteria = CriteriaTexts.CodeOf(then),
                AwardCriteriaDetails = CriteriaTexts.Of(then)?.No,
                AwardCriteriaDetailsEn = CriteriaTexts.Of(then)?.En,
                SubmissionMethod = ["electronicSubmission"],
                TenderPeriod = RoundTimes.TenderPeriod(then),
                EnquiryPeriod = RoundTimes.EnquiryPeriod(then),
                HasEnquiries = false,
                Lots = [.. lots.Select(lot => new TenderLot(lot.LotId, lot.Content.Title.No, lot.Content.Title.En, TenderStatus.Active))],
                Items = [.. lots.Select(LotItems.Of)],
                Documents = [CriteriaTexts.DocumentOf(then), .. DocumentTexts.Released(then)],
            },
        };
    }

    /// <summary>The closing was moved, with the reason that all were told.</summary>
    /// <param name="head">The release's head.</param>
    /// <param name="round">The round.</param>
    /// <param name="number">The change's number.</param>
    /// <param name="change">The change.</param>
    public static Release ClosingMoved(ReleaseHead head, Round round, int number, WindowChange change)
    {
        ArgumentNullException.ThrowIfNull(head);
        ArgumentNullException.ThrowIfNull(change);
        var then = RoundTimes.At(round, change);
        var (from, to) = (OsloFormat.Deadline(change.From), OsloFormat.Deadline(change.To));
        return head.Begin(ReleaseTags.TenderAmendment) with
        {
            Tender = TenderOf(then) with
            {
                TenderPeriod = RoundTimes.TenderPeriod(then),
                EnquiryPeriod = RoundTimes.EnquiryPeriod(then),
                Amendments =
                [
                    AmendmentOf(head, $"closing-{number}", change.Reason, new Text(
                        $"Tilbudsfristen er flyttet fra {from.No} til {to.No}.", $"The closing was moved from {from.En} to {to.En}.")),
                ],
            },
        };
    }

    /// <summary>A document was corrected or added after the invitation, with the reason that all were told.</summary>
    public static Release Corrected(ReleaseHead head, Round round, TenderDocument document, TenderDocumentVersion version, Text reason)
    {
        ArgumentNullException.ThrowIfNull(head);
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(version);
        ArgumentNullException.ThrowIfNull(reason);
        return head.Begin(ReleaseTags.TenderAmendment) with
        {
            Tender = TenderOf(round) with
            {
                Documents = [DocumentTexts.Of(document, version)],
                Amendments =
                [
                    AmendmentOf(head, $"{document.DocumentId}-{version.Number}", reason, new Text(
                        $"«{version.Title.No}» foreligger i versjon {version.Number}.", $"\"{version.Title.En}\" is there in version {version.Number}.")),
                ],
            },
        };
    }

    /// <summary>The bids are open: how many suppliers have bid, and nothing else about them.</summary>
    public static Release BidsOpened(ReleaseHead head, Round round, int bidders)
    {
        ArgumentNullException.ThrowIfNull(head);
        return head.Begin(ReleaseTags.TenderUpdate) with
        {
            Tender = TenderOf(round) with { NumberOfTenderers = bidders },
            Bids = new BidCount([new BidStatistic("bids", "bids", head.Date, bidders)]),
        };
    }

    /// <summary>Nothing is bought: cancelled, all having been told, or closed without needs.</summary>
    public static Release Ended(ReleaseHead head, Round round, Text reason)
    {
        ArgumentNullException.ThrowIfNull(head);
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(reason);
        var invited = round.Invitation is not null;
        return head.Begin(invited ? ReleaseTags.TenderCancellation : ReleaseTags.PlanningUpdate) with
        {
            Tender = TenderOf(round) with
            {
                Status = TenderStatus.Cancelled,
                Lots = invited ? [.. round.LotIds.Select(lotId => new TenderLot(lotId, Status: TenderStatus.Cancelled))] : null,
                Amendments = [AmendmentOf(head, "end", reason, new Text("Runden er avsluttet uten kjøp.", "The round has ended without a purchase."))],
            },
        };
    }

    /// <summary>Every lot has come to its contract or has ended without one.</summary>
    public static Release Completed(ReleaseHead head, Round round, IReadOnlyCollection<Lot> lots)
    {
        ArgumentNullException.ThrowIfNull(head);
        ArgumentNullException.ThrowIfNull(lots);
        return head.Begin(ReleaseTags.TenderUpdate) with
        {
            Tender = TenderOf(round) with
            {
                Status = lots.Any(lot => lot.Award is not null) ? TenderStatus.Complete : TenderStatus.Unsuccessful,
                Lots = [.. lots.Select(lot => new TenderLot(lot.LotId, Status: StatusOf(lot)))],
            },
        };
    }

    internal static Tender TenderOf(Round round) => new() { Id = round.RoundId };

    internal static string StatusOf(Lot lot) => lot switch
    {
        { Award: not null } => TenderStatus.Complete,
        { Outcome.IsCancellation: true } => TenderStatus.Cancelled,
        _ => TenderStatus.Unsuccessful,
    };

    private static Milestone Planned(string id, Text title, NodaTime.Instant due) => new(id, title.No, title.En, "preProcurement", DueDate: due, Status: "scheduled");

    internal static Amendment AmendmentOf(ReleaseHead head, string id, Text reason, Text what) => new(id, head.Date, reason.No, reason.En, what.No, what.En, head.Id);
}
