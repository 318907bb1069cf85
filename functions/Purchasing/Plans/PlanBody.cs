using NodaTime;
using Samkjop.Calendar;
using Samkjop.Purchasing;

namespace Samkjop.Functions.Purchasing.Plans;

/// <summary>What is written of a planned round. Times are local, Europe/Oslo.</summary>
/// <param name="Settings">The round's settings; what is left out has the municipality's default.</param>
/// <param name="CallOff">For an agency's own call-off: whose, and where it asks for help.</param>
public sealed record PlanBody(
    Text Title, string PurchasingSystemId, LocalDate NeedsOpen, LocalDateTime NeedsDeadline, RoundPeople People, LocalDateTime? LotsLock = null,
    RoundSettings? Settings = null, InformationMeeting? Meeting = null, RepeatedTime? RepeatedHour = null, CallOff? CallOff = null)
{
    /// <summary>The plan as it shall be; when it was opened, where it was copied from and the document that came with the copy are kept.</summary>
    public PlannedRound ToPlan(string roundId, PlannedRound? existing) =>
        new(roundId, Title, PurchasingSystemId, NeedsOpen, NeedsDeadline, LotsLock, Settings ?? RoundSettings.Default, People)
        {
            CallOff = CallOff,
            Meeting = Meeting,
            RepeatedHour = RepeatedHour,
            OpenedAt = existing?.OpenedAt,
            Document = existing?.Document,
            CopiedFrom = existing?.CopiedFrom,
        };
}

/// <summary>A planned round as it is read, with every default spelled out.</summary>
/// <param name="LotsLock">When lots are locked, as planned or by default; local, Europe/Oslo.</param>
/// <param name="Needs">The needs window as instants and as people read it.</param>
/// <param name="OpenedAt">When its round was opened; null until then.</param>
/// <param name="CopiedFrom">The round that it was copied from; null where it was not.</param>
/// <param name="CallOff">Whose own call-off it is; null for a joint round.</param>
public sealed record PlanView(
    string RoundId, Text Title, string PurchasingSystemId, LocalDate NeedsOpen, LocalDateTime NeedsDeadline, LocalDateTime LotsLock, RoundSettings Settings,
    RoundPeople People, InformationMeeting? Meeting, RepeatedTime? RepeatedHour, NeedsWindowView Needs, Instant? OpenedAt, string? CopiedFrom, CallOff? CallOff)
{
    public static PlanView Of(PlannedRound plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return new PlanView(
            plan.RoundId, plan.Title, plan.PurchasingSystemId, plan.NeedsOpen, plan.NeedsDeadline, PlanTimes.LotsLockOf(plan), plan.Settings,
            plan.People, plan.Meeting, plan.RepeatedHour, NeedsWindowView.Of(PlanTimes.WindowOf(plan)), plan.OpenedAt, plan.CopiedFrom, plan.CallOff);
    }
}

/// <summary>An instant with the words that people read.</summary>
/// <param name="At">UTC.</param>
/// <param name="Local">In Norwegian time, in both languages.</param>
public sealed record MomentView(Instant At, Text Local)
{
    public static MomentView Of(Instant instant) => new(instant, OsloFormat.Moment(instant));

    /// <summary>An exclusive end: midnight is said as 24:00 of the day that it ends.</summary>
    public static MomentView Deadline(Instant instant) => new(instant, OsloFormat.Deadline(instant));
}

/// <summary>The needs window in words.</summary>
public sealed record NeedsWindowView(MomentView Opens, MomentView Deadline, MomentView LotsLock)
{
    public static NeedsWindowView Of(NeedsWindow window)
    {
        ArgumentNullException.ThrowIfNull(window);
        return new NeedsWindowView(MomentView.Of(window.OpensAt), MomentView.Deadline(window.Deadline), MomentView.Deadline(window.LotsLockAt));
    }
}
