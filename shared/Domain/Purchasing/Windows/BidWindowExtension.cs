using NodaTime;
using Samkjop.Calendar;
using Samkjop.Decisions;
using Samkjop.People;

namespace Samkjop.Purchasing;

/// <summary>
/// Moves a closing to a later time, with a reason that is told to all. Before closing for any reason; after it for a documented outage on the buyer's side
/// only; never once the bids are opened or their opening is approved (Directive 2014/24 Annex IV).
/// </summary>
public static class BidWindowExtension
{
    /// <summary>Most changes of one window.</summary>
    public const int MaxChanges = 20;

    /// <summary>Longest reason and evidence, characters.</summary>
    public const int MaxReasonLength = 2000;

    /// <summary>
    /// Extends the window. What had been fixed and agreed since the closing that holds no longer, is taken back: the manifest is fixed anew at the new closing,
    /// and openers agree anew after it.
    /// </summary>
    public static Decision<Round> Extend(Round round, ExtendBidWindow command)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(command);
        if (Refuse(round, command) is { } refusal)
        {
            return refusal;
        }

        if (Check(round, command) is { } invalid)
        {
            return invalid;
        }

        var before = round.Invitation!.Window;
        var outage = command.Outage is { } reported
            ? new OutagePeriod(InstantOf(reported.From, reported.RepeatedHour)!.Value, InstantOf(reported.Until, reported.RepeatedHour)!.Value, reported.Evidence)
            : null;
        var change = new WindowChange(
            command.Now, command.By.Subject, command.Cause, before.Closes, ClosingOf(round, command)!.Value, command.Reason, outage, round.Manifest?.Sha256);
        var changes = round.WindowChanges.Add(change);
        return Decision.Accept(
            round with
            {
                Phase = RoundPhase.Bidding,
                Invitation = round.Invitation with { Window = before with { Closes = change.To } },
                WindowChanges = changes,
                Manifest = null,
                OpeningApprovals = [],
            },
            new BidWindowExtended(round.RoundId, changes.Length, change));
    }

    private static Refusal? Refuse(Round round, ExtendBidWindow command)
    {
        if (RoundAccess.MayActAs(round, command.By, Role.ProcurementOfficer, command.Now) is { } refusal)
        {
            return refusal;
        }

        return round switch
        {
            _ when Cancellations.Refuses(round) is { } cancelled => cancelled,
            { Invitation: null } => BidRefusals.NoCompetition(),
            { Phase: not (RoundPhase.Bidding or RoundPhase.AwaitingOpening) } => WindowRefusals.Opened(),
            _ when BidOpening.IsApproved(round) => WindowRefusals.Opened(),
            { Invitation.Window.Closes: var closes } when command.Now >= closes && command.Cause is not WindowChangeCause.BuyerOutage => WindowRefusals.Closed(closes),
            { WindowChanges.Length: >= MaxChanges } => WindowRefusals.TooManyChanges(),
            _ => null,
        };
    }

    private static Refusal? Check(Round round, ExtendBidWindow command)
    {
        var findings = new Findings();
        var invitation = round.Invitation!;
        var closes = command.ClosesOn + (command.ClosesAt ?? round.Settings.ClosingTime);
        findings.Add("closesOn", OsloTime.ToInstant(closes, command.RepeatedHour).Refusal);
        var (old, latest) = (OsloFormat.Deadline(invitation.Window.Closes), OsloTime.DateOf(invitation.ReleasedAt).PlusDays(InvitationDecisions.MaxWindowDays));
        findings.Require(
            ClosingOf(round, command) is not { } closing || (closing > invitation.Window.Closes && closing > command.Now),
            "closesOn",
            $"Den nye fristen skal ligge frem i tid og etter den gamle ({old.No}). Velg en senere.",
            $"The new closing must lie ahead and after the old one ({old.En}). Choose a later one.");
        findings.Require(
            command.ClosesOn <= latest,
            "closesOn",
            $"Den nye fristen ligger mer enn {InvitationDecisions.MaxWindowDays} dager etter invitasjonen. Kontroller datoen.",
            $"The new closing lies more than {InvitationDecisions.MaxWindowDays} days after the invitation. Check the date.");
        findings.Add("reason", PurchasingSystemRules.TextProblem(command.Reason, MaxReasonLength));
        findings.Require(
            command.Cause is not WindowChangeCause.Agreement,
            "cause",
            "En forlengelse trenger ingen avtale. Velg en annen årsak.",
            "An extension takes no agreement. Choose another cause.");
        findings.Require(
            (command.Outage is not null) == (command.Cause is WindowChangeCause.BuyerOutage),
            "outage",
            "Utfallet skal beskrives når det er årsaken, og bare da.",
            "The outage is described when it is the cause, and only then.");
        CheckOutage(invitation, command, findings);
        return findings.ToRefusal("invalid-extension");
    }

    private static void CheckOutage(Invitation invitation, ExtendBidWindow command, Findings findings)
    {
        if (command.Outage is not { } outage)
        {
            return;
        }

        findings.Add("outage.from", OsloTime.ToInstant(outage.From, outage.RepeatedHour).Refusal);
        findings.Add("outage.until", OsloTime.ToInstant(outage.Until, outage.RepeatedHour).Refusal);
        findings.Require(
            !string.IsNullOrWhiteSpace(outage.Evidence) && outage.Evidence.Length <= MaxReasonLength,
            "outage.evidence",
            $"Oppgi hva som dokumenterer utfallet, med 1–{MaxReasonLength} tegn.",
            $"State what documents the outage, in 1–{MaxReasonLength} characters.");
        if (InstantOf(outage.From, outage.RepeatedHour) is { } from && InstantOf(outage.Until, outage.RepeatedHour) is { } until)
        {
            findings.Require(
                from < until && from < invitation.Window.Closes && until > invitation.Window.Opens && from <= command.Now,
                "outage",
                "Utfallet skal ha begynt før nå og før tilbudsfristen, og ha vart inn i tilbudsvinduet. Rett tidspunktene.",
                "The outage must have begun before now and before closing, and have lasted into the bid window. Correct the times.");
        }
    }

    private static Instant? ClosingOf(Round round, ExtendBidWindow command) =>
        InstantOf(command.ClosesOn + (command.ClosesAt ?? round.Settings.ClosingTime), command.RepeatedHour);

    private static Instant? InstantOf(LocalDateTime local, RepeatedTime? repeated) => OsloTime.ToInstant(local, repeated).InstantOrNull;
}
