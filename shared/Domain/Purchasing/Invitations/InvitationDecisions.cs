using NodaTime;
using Samkjop.Calendar;
using Samkjop.Decisions;
using Samkjop.People;
using Samkjop.Rules;

namespace Samkjop.Purchasing;

/// <summary>Releases the invitation: from then on criteria, weights and formula are frozen, and nobody reports needs.</summary>
public static class InvitationDecisions
{
    /// <summary>Longest bid window.</summary>
    public const int MaxWindowDays = 366;

    /// <summary>Invites every supplier admitted now. The minimum tender period is counted from the day of release.</summary>
    public static Decision<Round> Release(Round round, ReleaseInvitation command, RuleTable rules)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(rules);
        var today = OsloTime.DateOf(command.Now);
        if (Refuse(round, command, rules, today) is { } refusal)
        {
            return refusal;
        }

        var closes = command.ClosesOn + (command.ClosesAt ?? round.Settings.ClosingTime);
        if (CheckTimes(command, closes, today) is { } wrongTimes)
        {
            return wrongTimes;
        }

        var law = rules.Number(LegalRules.DpsTenderPeriod, today);
        if (law is RuleLookup.NotCovered uncovered)
        {
            return new Refusal(RefusalKind.Invalid, "no-tender-period", uncovered.Detail);
        }

        var period = law.PeriodOrNull ?? throw new InvalidOperationException($"{LegalRules.DpsTenderPeriod} is no period.");
        var window = new BidWindow(InstantOf(command.Opens, command) ?? command.Now, InstantOf(closes, command)!.Value);
        var calendar = PlanTimes.CalendarOf(round.Settings);
        var check = calendar.CheckClosing(today, period, window.Closes);
        if (!check.IsLongEnough)
        {
            return InvitationRefusals.TooShort(check, calendar.EarliestClosing(today, period, closes.TimeOfDay));
        }

        var document = round.ProcurementDocument!;
        var invitation = new Invitation(
            command.Now, command.By.Subject, window, check.MinimumPeriod.End,
            [.. command.AdmittedSupplierIds.Order(StringComparer.Ordinal)], document.Version, document.Sha256())
        {
            Documents = TenderDocuments.Pinned(round),
            BidsValidUntil = BidValidity.DemandedBy(round.Settings, window.Closes),
        };
        return Decision.Accept(
            round with { Phase = RoundPhase.Bidding, Invitation = invitation },
            new InvitationReleased(round.RoundId, window, invitation.InvitedSupplierIds, document.Version, invitation.DocumentSha256) { Documents = invitation.Documents });
    }

    private static Refusal? Refuse(Round round, ReleaseInvitation command, RuleTable rules, LocalDate today)
    {
        if (RoundAccess.MayActAs(round, command.By, Role.ProcurementOfficer, command.Now) is { } refusal)
        {
            return refusal;
        }

        return (round, command) switch
        {
            ({ Phase: not RoundPhase.AwaitingInvitation }, _) => InvitationRefusals.NotReady(round),
            (_, { ArrangedLots: { } arranged }) when arranged != round.LotAdjustments.Length => InvitationRefusals.LotsChanged(round),
            ({ LotIds.IsEmpty: true }, _) => InvitationRefusals.NoLots(round),
            (_, { AdmittedSupplierIds.IsEmpty: true }) => InvitationRefusals.NoSuppliers(round),
            _ when TenderDocuments.Missing(round, round.Settings.RequiredDocuments) is { IsEmpty: false } missing => TenderDocumentRefusals.Missing(missing),
            ({ ProcurementDocument: { } document }, _) => ProcurementDocumentRules.Check(document, rules, today),
            _ => InvitationRefusals.NoDocument(round),
        };
    }

    private static Refusal? CheckTimes(ReleaseInvitation command, LocalDateTime closes, LocalDate today)
    {
        var findings = new Findings();
        findings.Add("closesOn", OsloTime.ToInstant(closes, command.RepeatedHour).Refusal);
        if (command.Opens is { } opens)
        {
            findings.Add("opens", OsloTime.ToInstant(opens, command.RepeatedHour).Refusal);
            findings.Require(
                InstantOf(opens, command) is not { } at || at >= command.Now,
                "opens",
                "Tilbudsvinduet åpner i fortiden. Velg et senere tidspunkt, eller utelat det for å åpne nå.",
                "The bid window opens in the past. Choose a later time, or leave it out to open now.");
            findings.Require(
                opens < closes,
                "opens",
                "Tilbudsvinduet åpner etter at det stenger. Rett tidspunktene.",
                "The bid window opens after it closes. Correct the times.");
        }

        var day = OsloFormat.Day(command.ClosesOn);
        findings.Require(
            InstantOf(closes, command) is not { } end || end > command.Now,
            "closesOn",
            $"Fristen {day.No} er passert. Velg en senere.",
            $"The closing on {day.En} has passed. Choose a later one.");
        findings.Require(
            Period.DaysBetween(today, command.ClosesOn) <= MaxWindowDays,
            "closesOn",
            $"Fristen {day.No} er mer enn {MaxWindowDays} dager frem. Kontroller datoen.",
            $"The closing on {day.En} is more than {MaxWindowDays} days ahead. Check the date.");
        return findings.ToRefusal("invalid-bid-window");
    }

    private static Instant? InstantOf(LocalDateTime? local, ReleaseInvitation command) =>
        local is { } time ? OsloTime.ToInstant(time, command.RepeatedHour).InstantOrNull : null;
}
