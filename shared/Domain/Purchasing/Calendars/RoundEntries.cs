using System.Collections.Immutable;
using NodaTime;
using Samkjop.Calendar;
using Samkjop.Calendars;
using Samkjop.Purchasing.Access;
using Samkjop.Purchasing.Evidence;

namespace Samkjop.Purchasing.Calendars;

/// <summary>The meeting and the deadlines of a round as calendar entries.</summary>
public static class RoundEntries
{
    private static readonly ImmutableArray<string> Municipality = [CalendarAudience.Municipality];

    /// <summary>Every entry, as the documents say now.</summary>
    /// <param name="plan">The plan; null for a round without one.</param>
    /// <param name="round">The round; null until it is opened.</param>
    /// <param name="lots">Its lots.</param>
    /// <param name="orders">Its orders.</param>
    /// <param name="requests">Requests for access to its documents.</param>
    /// <param name="evidence">What proposed winners were asked for.</param>
    public static ImmutableArray<CalendarEntry> Of(
        PlannedRound? plan, Round? round, IEnumerable<Lot> lots, IEnumerable<Order> orders, IEnumerable<AccessRequest>? requests = null,
        IEnumerable<WinnerEvidence>? evidence = null) =>
    [
        .. Every(plan, round, lots, orders, requests ?? [], evidence ?? [])
            .Select(entry => entry with { Audience = CalendarAudience.Of(round is null ? plan?.CallOff : round.CallOff, entry.Audience) }),
    ];

    private static IEnumerable<CalendarEntry> Every(
        PlannedRound? plan, Round? round, IEnumerable<Lot> lots, IEnumerable<Order> orders, IEnumerable<AccessRequest> requests,
        IEnumerable<WinnerEvidence> evidence) =>
    [
        .. MeetingOf(plan),
        .. NeedsOf(plan, round),
        .. round is null ? [] : BiddingOf(round),
        .. round is null ? [] : AwardEntries.StandstillsOf(round, lots),
        .. round is null ? [] : AwardEntries.EvidenceOf(round, lots, evidence),
        .. round is null ? [] : lots.Where(BidValidity.Matters).Select(lot => ValidityOf(round, lot)),
        .. round is null ? [] : DeliveriesOf(round, orders),
        .. round is null ? [] : FollowUpEntries.EscalationsOf(round, orders),
        .. round is null ? [] : FollowUpEntries.NoticesOf(round, lots),
        .. round is null ? [] : requests.Where(request => request.IsOpen).Select(request => AccessEntries.Of(round, request)),
    ];

    private static IEnumerable<CalendarEntry> MeetingOf(PlannedRound? plan)
    {
        if (plan?.Meeting is not { } meeting
            || OsloTime.ToInstant(meeting.Starts, plan.RepeatedHour).InstantOrNull is not { } starts
            || OsloTime.ToInstant(meeting.Ends, plan.RepeatedHour).InstantOrNull is not { } ends)
        {
            yield break;
        }

        yield return new CalendarEntry(
            "meeting",
            new Text($"Informasjonsmøte for virksomheter: {plan.Title.No}", $"Information meeting for agencies: {plan.Title.En}"),
            new Text("Om runden, behovene og fristene.", "About the round, the needs and the deadlines."),
            CalendarTime.Between(starts, ends),
            Municipality)
        {
            Location = meeting.Place,
            Link = meeting.Link,
            IsBusy = true,
        };
    }

    private static IEnumerable<CalendarEntry> NeedsOf(PlannedRound? plan, Round? round)
    {
        var (window, title, settings) = (round?.Needs ?? PlanTimes.WindowOf(plan!), round?.Title ?? plan!.Title, round?.Settings ?? plan!.Settings);
        var locks = OsloFormat.Deadline(window.LotsLockAt);
        yield return new CalendarEntry(
            "needs-open",
            new Text($"Behov kan meldes: {title.No}", $"Needs can be reported: {title.En}"),
            new Text("Meld behovene i portalen, og få dem godkjent av budsjettansvarlig.", "Report the needs in the portal, and have them approved by a budget holder."),
            CalendarTime.On(OsloTime.DateOf(window.OpensAt)),
            Municipality);
        yield return new CalendarEntry(
            "needs-deadline",
            settings.NeedsDeadline is DeadlineKind.Soft
                ? new Text($"Behov meldes helst innen nå: {title.No}", $"Needs are preferably reported by now: {title.En}")
                : new Text($"Frist for behov: {title.No}", $"Needs deadline: {title.En}"),
            settings.NeedsDeadline is DeadlineKind.Soft
                ? new Text(
                    $"Det som kommer senere, er med hvis det er godkjent når delkontraktene låses {locks.No}.",
                    $"What comes later is included if it is approved when the lots are locked {locks.En}.")
                : new Text("Det som kommer senere, går til neste runde.", "What comes later goes to the next round."),
            CalendarTime.Deadline(window.Deadline),
            Municipality);
        yield return new CalendarEntry(
            "lots-lock",
            new Text($"Delkontraktene låses: {title.No}", $"Lots are locked: {title.En}"),
            new Text("Behov må være godkjent før dette.", "Needs must be approved before this."),
            CalendarTime.Deadline(window.LotsLockAt),
            Municipality);
    }

    private static IEnumerable<CalendarEntry> BiddingOf(Round round)
    {
        if (round.Invitation is { } invitation)
        {
            yield return new CalendarEntry(
                "questions-close",
                new Text($"Spørsmålsfrist: {round.Title.No}", $"Questions close: {round.Title.En}"),
                new Text("Spørsmål stilles skriftlig i portalen. Svarene går til alle inviterte.", "Questions are asked in writing in the portal. The answers go to all invited."),
                CalendarTime.Deadline(QuestionTimes.CutOff(round)),
                [CalendarAudience.Running, .. invitation.InvitedSupplierIds.Select(CalendarAudience.Supplier)]);
            yield return new CalendarEntry(
                "bids-close",
                new Text($"Tilbudsfrist: {round.Title.No}", $"Bids close: {round.Title.En}"),
                new Text(
                    "Et tilbud som er lagret på dette tidspunktet eller senere, avvises som for sent.",
                    "A bid stored at this moment or later is rejected as late."),
                CalendarTime.Deadline(invitation.Window.Closes),
                [CalendarAudience.Running, .. invitation.InvitedSupplierIds.Select(CalendarAudience.Supplier)]);
        }
    }

    private static CalendarEntry ValidityOf(Round round, Lot lot) => new(
        $"validity-{lot.LotId}",
        new Text($"Tilbud på {lot.LotId} står til i dag: {round.Title.No}", $"Bids for {lot.LotId} stand until today: {round.Title.En}"),
        new Text("Kontrakten bør være signert før dette, også om delkontrakten må tildeles på nytt.", "The contract should be signed before this, also if the lot must be awarded anew."),
        CalendarTime.On(lot.BidsValidUntil!.Value),
        [CalendarAudience.Running]);

    /// <summary>One entry per agency, supplier and day, however many orders fall due on it.</summary>
    private static IEnumerable<CalendarEntry> DeliveriesOf(Round round, IEnumerable<Order> orders) => orders
        .Where(order => order.State is not (OrderState.Cancelled or OrderState.Terminated))
        .GroupBy(order => (order.AgencyId, order.SupplierId, order.DueDate))
        .Select(due => new CalendarEntry(
            $"delivery-{due.Key.AgencyId}-{due.Key.SupplierId}-{DayKey(due.Key.DueDate)}",
            new Text($"Leveringsfrist: {due.Sum(o => o.Quantity)} kjøretøy, {round.Title.No}", $"Delivery due: {due.Sum(o => o.Quantity)} vehicles, {round.Title.En}"),
            new Text(
                $"Bestillinger: {string.Join(", ", due.Select(o => o.OrderId).Order(StringComparer.Ordinal))}.",
                $"Orders: {string.Join(", ", due.Select(o => o.OrderId).Order(StringComparer.Ordinal))}."),
            CalendarTime.On(due.Key.DueDate),
            [CalendarAudience.Running, CalendarAudience.Agency(due.Key.AgencyId), CalendarAudience.Supplier(due.Key.SupplierId)]));

    private static string DayKey(LocalDate day) => NodaTime.Text.LocalDatePattern.Iso.Format(day);
}
