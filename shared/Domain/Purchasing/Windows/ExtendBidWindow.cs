using NodaTime;
using Samkjop.Calendar;
using Samkjop.Decisions;
using Samkjop.People;

namespace Samkjop.Purchasing;

/// <summary>An officer of the round moves the closing to a later time, for all.</summary>
/// <param name="ClosesOn">The day on which the window closes, in Norway.</param>
/// <param name="ClosesAt">The hour of that day; null for the round's closing hour.</param>
/// <param name="RepeatedHour">Which instant is meant where a local time comes twice.</param>
/// <param name="Cause">Why, in kind.</param>
/// <param name="Reason">Why, in words.</param>
/// <param name="Outage">Required with <see cref="WindowChangeCause.BuyerOutage"/>, else left out.</param>
public sealed record ExtendBidWindow(
    LocalDate ClosesOn, LocalTime? ClosesAt, RepeatedTime? RepeatedHour, WindowChangeCause Cause, Text Reason, ReportedOutage? Outage, Caller By, Instant Now);

/// <summary>An outage as an officer reports it; local times, Europe/Oslo.</summary>
/// <param name="From">Inclusive.</param>
/// <param name="Until">Exclusive.</param>
/// <param name="Evidence">What documents it.</param>
/// <param name="RepeatedHour">Which instants are meant where a local time comes twice.</param>
public sealed record ReportedOutage(LocalDateTime From, LocalDateTime Until, string Evidence, RepeatedTime? RepeatedHour = null);

/// <summary>The closing was moved to a later time.</summary>
public sealed record BidWindowExtended(string RoundId, int Number, WindowChange Change) : DomainEvent;
