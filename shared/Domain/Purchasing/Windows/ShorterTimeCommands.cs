using NodaTime;
using Samkjop.Calendar;
using Samkjop.Decisions;
using Samkjop.People;

namespace Samkjop.Purchasing;

/// <summary>An officer of the round proposes an earlier closing.</summary>
/// <param name="ClosesOn">The day on which the window would close, in Norway.</param>
/// <param name="ClosesAt">The hour of that day; null for the round's closing hour.</param>
/// <param name="RepeatedHour">Which instant is meant where a local time comes twice.</param>
/// <param name="Reason">Why.</param>
public sealed record ProposeShorterTime(LocalDate ClosesOn, LocalTime? ClosesAt, RepeatedTime? RepeatedHour, Text Reason, Caller By, Instant Now);

/// <summary>An invited supplier consents or declines.</summary>
/// <param name="Number">The proposal that it read.</param>
/// <param name="Consents">False: it declines, and the closing stands.</param>
public sealed record AnswerShorterTime(int Number, bool Consents, Caller By, Instant Now);

/// <summary>A shorter time was proposed to all invited.</summary>
public sealed record ShorterTimeProposed(string RoundId, int Number, Instant From, Instant To, Text Reason) : DomainEvent;

/// <summary>An invited supplier consented to a shorter time.</summary>
public sealed record ShorterTimeConsented(string RoundId, int Number, string SupplierId) : DomainEvent;

/// <summary>An invited supplier declined a shorter time; the closing stands.</summary>
public sealed record ShorterTimeDeclined(string RoundId, int Number, string SupplierId) : DomainEvent;

/// <summary>Everybody invited had consented, and the closing was moved to an earlier time.</summary>
public sealed record BidWindowShortened(string RoundId, int Number, WindowChange Change) : DomainEvent;
