using NodaTime;
using Samkjop.Calendar;
using Samkjop.Ports;

namespace Samkjop.Purchasing;

/// <summary>A round in the calendar: opened exactly once when its day comes.</summary>
/// <param name="RoundId">Year and running number, such as <c>2021-1</c>; with the agency between them for its own call-off, such as <c>2021-bym-1</c>.</param>
/// <param name="Title">As agencies read it.</param>
/// <param name="PurchasingSystemId">The DPS it runs under.</param>
/// <param name="NeedsOpen">The local day on which needs collection opens, at 00:00 Europe/Oslo.</param>
/// <param name="NeedsDeadline">Local date and time of the needs deadline, Europe/Oslo.</param>
/// <param name="LotsLock">Local date and time at which lots are locked; null: at the deadline if hard, else the next working day at 12:00.</param>
/// <param name="Settings">The round's settings.</param>
/// <param name="People">The people named for it.</param>
public sealed record PlannedRound(
    string RoundId, Text Title, string PurchasingSystemId, LocalDate NeedsOpen, LocalDateTime NeedsDeadline, LocalDateTime? LotsLock,
    RoundSettings Settings, RoundPeople People) : IDocument
{
    public static string Container => Containers.Plans;

    public static string Kind => "plannedRound";

    public static int SchemaVersion => 1;

    /// <summary>When the round was opened from this plan; null until then.</summary>
    public Instant? OpenedAt { get; init; }

    /// <summary>When agencies are told about the round together, local, Europe/Oslo; null when no meeting is held.</summary>
    public InformationMeeting? Meeting { get; init; }

    /// <summary>Which of two instants is meant where a local time of this plan comes twice; null where none does.</summary>
    public RepeatedTime? RepeatedHour { get; init; }

    /// <summary>The procurement document that the round begins with, to be changed until the invitation freezes it; null to begin without.</summary>
    public ProcurementDocument? Document { get; init; }

    /// <summary>Set for an agency's own call-off; null for a joint round.</summary>
    public CallOff? CallOff { get; init; }

    /// <summary>The round that this plan was copied from; null for one made from nothing.</summary>
    public string? CopiedFrom { get; init; }

    public string Id => "plan";

    public string PartitionKey => RoundId;

    public string? Mark => OpenedAt is null ? Decisions.Marks.Open : Decisions.Marks.Closed;
}

/// <param name="Starts">Local start, Europe/Oslo.</param>
/// <param name="Ends">Local end, Europe/Oslo.</param>
/// <param name="Place">Where, such as Teams.</param>
/// <param name="Link">The address to join at, https; null for none.</param>
public sealed record InformationMeeting(LocalDateTime Starts, LocalDateTime Ends, string Place, string? Link = null);
