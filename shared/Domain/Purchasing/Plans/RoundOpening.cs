using NodaTime;
using Samkjop.Calendar;
using Samkjop.Decisions;

namespace Samkjop.Purchasing;

/// <summary>A round's needs collection was opened from the calendar.</summary>
public sealed record RoundOpened(string RoundId, string PurchasingSystemId, NeedsWindow Needs) : DomainEvent;

/// <summary>Opens planned rounds when their day has come.</summary>
public static class RoundOpening
{
    /// <summary>Whether the plan's day has come by Oslo's calendar and it was not opened yet. A day that was missed is still due.</summary>
    public static bool IsDue(PlannedRound plan, Instant now)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return plan.OpenedAt is null && OsloTime.DateOf(now) >= plan.NeedsOpen;
    }

    /// <summary>The round as it opens: needs are collected, and the procurement document is the one of the plan, where it has one.</summary>
    public static Decision<Round> Open(PlannedRound plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var needs = PlanTimes.WindowOf(plan);
        var round = new Round
        {
            RoundId = plan.RoundId,
            Title = plan.Title,
            PurchasingSystemId = plan.PurchasingSystemId,
            CallOff = plan.CallOff,
            Phase = RoundPhase.CollectingNeeds,
            Settings = plan.Settings,
            People = plan.People,
            Needs = needs,
            ProcurementDocument = plan.Document,
        };
        var opened = new RoundOpened(plan.RoundId, plan.PurchasingSystemId, needs);
        return plan.Document is { } document
            ? Decision.Accept(round, opened, new ProcurementDocumentWritten(plan.RoundId, document.Version, document.Sha256()))
            : Decision.Accept(round, opened);
    }
}
