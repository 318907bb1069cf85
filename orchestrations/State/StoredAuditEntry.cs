using System.Collections.Frozen;
using System.Text.Json;
using NodaTime;
using Samkjop.Audit;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing.Archive;
using Samkjop.Serialization;

namespace Samkjop.State;

/// <summary>An <see cref="AuditEntry"/> read with its event left as it was stored, which is what its hash is of. Never written.</summary>
/// <param name="RoundId">The round.</param>
/// <param name="Number">Running number within the round.</param>
/// <param name="At">When, UTC.</param>
/// <param name="By">Who.</param>
/// <param name="Source">What it comes from.</param>
/// <param name="Event">The event as stored.</param>
/// <param name="Salt">In entries that are sealed until the opening.</param>
/// <param name="Hash">What binds the entry to all before it.</param>
/// <param name="Why">Why, in the words of who decided.</param>
public sealed record StoredAuditEntry(
    string RoundId, long Number, Instant At, Actor By, string Source, JsonElement Event, string? Salt = null, string? Hash = null, string? Why = null) : IDocument
{
    private static readonly FrozenSet<string> Sealed =
        EventCatalogue.Types.Where(type => type.IsAssignableTo(typeof(ISealedUntilOpening))).Select(type => type.Name).ToFrozenSet(StringComparer.Ordinal);

    public static string Container => AuditEntry.Container;

    public static string Kind => AuditEntry.Kind;

    public static int SchemaVersion => AuditEntry.SchemaVersion;

    public string Id => AuditEntry.IdOf(Number);

    public string PartitionKey => RoundId;

    public string? Mark => Source;

    /// <summary>The entry as exported.</summary>
    /// <param name="opened">Whether the bids are open; until then, what is sealed is shown by its hash alone.</param>
    public AuditExportLine Line(bool opened) => new(Number, Hash, opened || !IsSealed ? JsonSerializer.SerializeToElement(Content, SamkjopJson.Options) : null);

    private AuditContent Content => new(RoundId, Number, At, By, Source, Event, Salt, Why);

    /// <summary>Whether it is shown to nobody before the opening.</summary>
    public bool IsSealed => Sealed.Contains(EventName);

    /// <summary>Whether it tells of an export of the journal.</summary>
    public bool IsExport => EventName == nameof(JournalExported);

    private string EventName => Event.TryGetProperty("event", out var name) ? name.GetString() ?? "" : "";
}
