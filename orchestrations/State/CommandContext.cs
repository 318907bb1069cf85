using NodaTime;
using Samkjop.People;

namespace Samkjop.State;

/// <summary>Who commands, when, and under which preconditions.</summary>
/// <param name="By">Who.</param>
/// <param name="Now">When the command arrived; stays the same through every retry.</param>
/// <param name="RequestId">Derived from caller, Idempotency-Key and what was asked (<c>{key}#{hash}</c>), or from instance and step; null when repeating is harmless.</param>
/// <param name="IfMatch">The ETag that the caller decided on; null when none was asked for.</param>
/// <param name="Why">Why, in the caller's words, for the audit log; null where it said none.</param>
public sealed record CommandContext(Actor By, Instant Now, string? RequestId = null, string? IfMatch = null, string? Why = null);
