using NodaTime;
using Samkjop.People;

namespace Samkjop.Decisions;

/// <summary>
/// Something that was decided, in the past tense. Its type name is wire format (<c>"event"</c> in JSON); it never holds secrets,
/// bid contents or names of persons.
/// </summary>
public abstract record DomainEvent;

/// <summary>An event on its way to the audit log, letters and publication.</summary>
/// <param name="Sequence">Running number within the document, from 1.</param>
/// <param name="At">When it was decided, UTC.</param>
/// <param name="By">Who decided.</param>
/// <param name="Event">What was decided.</param>
/// <param name="Why">Why, in the words of who decided; null where none were asked for, and where they are kept beside the log since they may be personal.</param>
public sealed record PendingEvent(long Sequence, Instant At, Actor By, DomainEvent Event, string? Why = null);
