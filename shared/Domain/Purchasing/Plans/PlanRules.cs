using NodaTime;
using Samkjop.Calendar;
using Samkjop.Decisions;
using Samkjop.Purchasing.Orders;

namespace Samkjop.Purchasing;

/// <summary>What a planned round must satisfy before it enters the calendar.</summary>
public static class PlanRules
{
    public const int MaxTitleLength = 200;

    /// <summary>Farthest ahead that a round is planned.</summary>
    public const int MaxYearsAhead = 10;

    /// <summary>Longest time in which needs are collected, days.</summary>
    public const int MaxNeedsDays = 366;

    /// <summary>Longest time from the needs deadline until lots are locked, days.</summary>
    public const int MaxLockDays = 90;

    /// <summary>Most reminders before one needs deadline.</summary>
    public const int MaxReminders = 5;

    /// <summary>Earliest reminder before a needs deadline, working days.</summary>
    public const int MaxReminderDays = 60;

    /// <summary>Earliest cut-off for questions before closing, days.</summary>
    public const int MaxQuestionDays = 60;

    /// <summary>Latest escalation of an overdue order, days.</summary>
    public const int MaxEscalationDays = 180;

    /// <summary>Why the plan is refused; null when it may enter the calendar.</summary>
    /// <param name="plan">The plan as it would stand.</param>
    /// <param name="existing">The plan as it stands; null when it is new.</param>
    /// <param name="system">The purchasing system that it names; null when there is none.</param>
    /// <param name="now">Now.</param>
    public static Refusal? Check(PlannedRound plan, PlannedRound? existing, PurchasingSystem? system, Instant now)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (existing?.OpenedAt is { } opened)
        {
            var at = OsloFormat.Moment(opened);
            return Refusal.Conflict(
                "plan-opened",
                $"Runde {plan.RoundId} ble åpnet {at.No}, og planen kan ikke endres lenger. Ingenting er endret.",
                $"Round {plan.RoundId} was opened {at.En}, and its plan can no longer be changed. Nothing was changed.");
        }

        var findings = new Findings();
        findings.Add("roundId", Slug.RoundProblem(plan.RoundId));
        findings.Add("title", PurchasingSystemRules.TextProblem(plan.Title, MaxTitleLength));
        findings.Require(
            system is not null,
            "purchasingSystemId",
            $"Innkjøpsordningen «{plan.PurchasingSystemId}» finnes ikke. Registrer den først, eller rett id-en.",
            $"There is no purchasing system \"{plan.PurchasingSystemId}\". Register it first, or correct the id.");
        CheckTimes(plan, now, findings);
        if (plan.Meeting is { } meeting)
        {
            MeetingRules.Check(meeting, plan.RepeatedHour, findings);
        }

        CallOffRules.Check(plan, findings);
        PeopleRules.Check(plan.People, plan.Settings, findings);
        CheckReminders(plan.Settings, findings);
        findings.Require(
            plan.Settings.LowPrice.Percent is >= 5 and <= 90 && Enum.IsDefined(plan.Settings.LowPrice.Basis),
            "settings.lowPrice",
            "En pris regnes som unormalt lav når den ligger 5–90 % under de andre. Rett prosenten.",
            "A price counts as abnormally low when it is 5–90 % below the others. Correct the percentage.");
        findings.Require(
            plan.Settings.LotsPerSupplier is null or (>= 1 and <= 1000),
            "settings.lotsPerSupplier",
            "Høyeste antall delkontrakter per leverandør skal være 1–1000, eller utelates.",
            "The most lots per supplier must be 1–1000, or be left out.");
        CheckAwards(plan.Settings, findings);
        findings.Require(
            plan.Settings.QuestionDays is >= 1 and <= MaxQuestionDays,
            "settings.questionDays",
            $"Spørsmålsfristen skal ligge 1–{MaxQuestionDays} dager før tilbudsfristen.",
            $"The cut-off for questions must lie 1–{MaxQuestionDays} days before closing.");
        findings.Require(
            plan.Settings.RequiredDocuments is { IsDefault: false } required && required.All(Enum.IsDefined) && required.Distinct().Count() == required.Length,
            "settings.requiredDocuments",
            "Nevn hvert slag dokument som kreves, én gang, eller la listen være tom.",
            "Name each required kind of document once, or leave the list empty.");
        DamagesTerms.Check(plan.Settings.LiquidatedDamages, findings);
        findings.Require(
            plan.Settings.EscalationDays is >= 1 and <= MaxEscalationDays,
            "settings.escalationDays",
            $"En forsinket bestilling eskaleres etter 1–{MaxEscalationDays} dager. Rett antallet.",
            $"An overdue order is escalated after 1–{MaxEscalationDays} days. Correct the number.");
        findings.Require(
            Enum.IsDefined(plan.Settings.AwardNotices),
            "settings.awardNotices",
            "Kunngjøring av tildeling er perContract eller quarterly.",
            "Award notices are perContract or quarterly.");
        findings.Require(
            plan.Settings.BidValidityDays is >= 1 and <= BidValidity.MaxDays,
            "settings.bidValidityDays",
            $"Vedståelsesfristen skal være 1–{BidValidity.MaxDays} dager etter tilbudsfristen.",
            $"Bids must stand 1–{BidValidity.MaxDays} days from closing.");
        findings.Require(
            plan.Settings.ValidityReminderDays is >= 1 and <= MaxReminderDays,
            "settings.validityReminderDays",
            $"Påminnelsen om vedståelsesfristen skal komme 1–{MaxReminderDays} dager før.",
            $"Officers must be told 1–{MaxReminderDays} days before bids lapse.");
        return findings.ToRefusal("invalid-plan");
    }

    private static void CheckReminders(RoundSettings settings, Findings findings)
    {
        var days = settings.NeedsReminderDays;
        findings.Require(
            !days.IsDefault && days.Length <= MaxReminders && days.All(d => d is >= 1 and <= MaxReminderDays) && days.Distinct().Count() == days.Length,
            "settings.needsReminderDays",
            $"Påminnelser sendes 1–{MaxReminderDays} virkedager før behovsfristen, høyst {MaxReminders} ulike. Rett listen, eller la den være tom.",
            $"Reminders go out 1–{MaxReminderDays} working days before the needs deadline, at most {MaxReminders} different ones. Correct the list, or leave it empty.");
    }

    private static void CheckAwards(RoundSettings settings, Findings findings)
    {
        findings.Require(
            settings.EvidenceDays is >= 1 and <= 30, "settings.evidenceDays",
            "Fristen for dokumentasjon skal være 1–30 virkedager.", "The time to supply evidence must be 1–30 working days.");
        findings.Require(
            settings.SignatureReminderDays is >= 0 and <= 60, "settings.signatureReminderDays",
            "Påminnelser om signatur sendes med 1–60 virkedagers mellomrom, eller ikke i det hele tatt med 0.", "Reminders of signatures come 1–60 working days apart, or not at all with 0.");
    }

    private static void CheckTimes(PlannedRound plan, Instant now, Findings findings)
    {
        var today = OsloTime.DateOf(now);
        var opening = OsloFormat.Day(plan.NeedsOpen);
        findings.Require(
            plan.NeedsOpen >= today,
            "needsOpen",
            $"Åpningen {opening.No} er passert. Velg i dag eller senere.",
            $"The opening on {opening.En} has passed. Choose today or later.");
        findings.Require(
            plan.NeedsOpen.Year <= today.Year + MaxYearsAhead,
            "needsOpen",
            $"Åpningen {opening.No} er mer enn {MaxYearsAhead} år frem. Kontroller årstallet.",
            $"The opening on {opening.En} is more than {MaxYearsAhead} years ahead. Check the year.");
        findings.Require(
            plan.NeedsDeadline > plan.NeedsOpen.AtMidnight(),
            "needsDeadline",
            "Behovsfristen er før åpningen. Velg en senere frist.",
            "The needs deadline is before the opening. Choose a later one.");
        findings.Require(
            Period.DaysBetween(plan.NeedsOpen, plan.NeedsDeadline.Date) <= MaxNeedsDays,
            "needsDeadline",
            $"Behovsfristen er mer enn {MaxNeedsDays} dager etter åpningen. Kontroller datoen.",
            $"The needs deadline is more than {MaxNeedsDays} days after the opening. Check the date.");
        findings.Add("needsDeadline", OsloTime.ToInstant(plan.NeedsDeadline, plan.RepeatedHour).Refusal);

        if (plan.LotsLock is not { } locks)
        {
            return;
        }

        findings.Require(
            locks >= plan.NeedsDeadline,
            "lotsLock",
            "Låsingen av delkontrakter er før behovsfristen. Velg et senere tidspunkt.",
            "Lots are locked before the needs deadline. Choose a later time.");
        findings.Require(
            plan.Settings.NeedsDeadline is DeadlineKind.Soft || locks == plan.NeedsDeadline,
            "lotsLock",
            "Med en hard behovsfrist låses delkontraktene ved fristen. Utelat tidspunktet, eller gjør fristen myk.",
            "With a hard needs deadline lots are locked at the deadline. Leave the time out, or make the deadline soft.");
        findings.Require(
            Period.DaysBetween(plan.NeedsDeadline.Date, locks.Date) <= MaxLockDays,
            "lotsLock",
            $"Låsingen er mer enn {MaxLockDays} dager etter fristen. Kontroller datoen.",
            $"Lots are locked more than {MaxLockDays} days after the deadline. Check the date.");
        findings.Add("lotsLock", OsloTime.ToInstant(locks, plan.RepeatedHour).Refusal);
    }
}
