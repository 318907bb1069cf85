using System.Text.Json;
using NodaTime;
using Samkjop.Decisions;
using Samkjop.People;
using Samkjop.Serialization;

namespace Samkjop.Audit;

/// <summary>
/// What an audit entry says, as it lies in the store: the event stays JSON, so that what later versions of the app add to events changes no hash.
/// </summary>
/// <param name="RoundId">The round.</param>
/// <param name="Number">Running number within the round.</param>
/// <param name="At">When, UTC.</param>
/// <param name="By">Who.</param>
/// <param name="Source">What it comes from.</param>
/// <param name="Event">The event as stored.</param>
/// <param name="Salt">As in the entry.</param>
/// <param name="Why">Why, in the words of who decided.</param>
public sealed record AuditContent(string RoundId, long Number, Instant At, Actor By, string Source, JsonElement Event, string? Salt = null, string? Why = null)
{
    /// <summary>The content of an entry that is about to be stored.</summary>
    public static AuditContent Of(AuditEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return new(
            entry.RoundId, entry.Number, entry.At, entry.By, entry.Source, JsonSerializer.SerializeToElement<DomainEvent>(entry.Event, DocumentJson.Options), entry.Salt, entry.Why);
    }
}
