using System.Collections.Immutable;
using NodaTime;
using Samkjop.People;

namespace Samkjop.Decisions;

/// <summary>
/// What every aggregate document keeps beside its state, so that one write stores a decision whole: events not yet relayed, and the
/// requests already carried out. Bounded: see <see cref="MaxPending"/> and <see cref="MaxRequests"/>.
/// </summary>
public sealed record Ledger
{
    /// <summary>At most this many events may wait to be relayed; further commands wait for the relay.</summary>
    public const int MaxPending = 100;

    /// <summary>So many request ids are remembered per document, newest last.</summary>
    public const int MaxRequests = 32;

    /// <summary>A new document's ledger.</summary>
    public static Ledger Empty { get; } = new();

    /// <summary>The number of the last event; 0 before the first.</summary>
    public long LastSequence { get; init; }

    /// <summary>Decided, not yet relayed; oldest first.</summary>
    public ImmutableArray<PendingEvent> Pending { get; init; } = [];

    /// <summary>Ids of requests that this document has carried out, so that a repeated one is answered, not repeated.</summary>
    public ImmutableArray<string> Requests { get; init; } = [];

    /// <summary>When the last command changed the document, UTC; null in a new one.</summary>
    public Instant? ChangedAt { get; init; }

    /// <summary>
    /// The ETag that the document had before its events were relayed. Relaying decides nothing, so whoever read that version has read this one.
    /// Null when something has been decided since.
    /// </summary>
    public string? RelayedFrom { get; init; }

    public bool HasRoomFor(int events) => Pending.Length + events <= MaxPending;

    public bool HasCarriedOut(string requestId) => Requests.Contains(requestId);

    /// <summary>
    /// Whether the key in front of the request id's <c>#</c> has asked this document for something else. Ids without <c>#</c> stand for one thing only.
    /// </summary>
    public bool HasCarriedOutAnother(string requestId)
    {
        ArgumentNullException.ThrowIfNull(requestId);
        var key = requestId[..(requestId.IndexOf('#', StringComparison.Ordinal) + 1)];
        return key.Length > 0 && !HasCarriedOut(requestId) && Requests.Any(carriedOut => carriedOut.StartsWith(key, StringComparison.Ordinal));
    }

    /// <summary>Whether the document was created by this request, as far as the ledger still knows.</summary>
    public bool WasBegunBy(string? requestId) => Requests is [var first, ..] && first == requestId;

    /// <summary>The ledger after a decision.</summary>
    public Ledger Record(ImmutableArray<DomainEvent> events, Instant now, Actor by, string? requestId, string? why = null)
    {
        var pending = Pending.AddRange(events.Select((e, i) => new PendingEvent(LastSequence + i + 1, now, by, e, why)));
        var requests = requestId is null || HasCarriedOut(requestId) ? Requests : Requests.Add(requestId);
        return this with
        {
            LastSequence = LastSequence + events.Length,
            Pending = pending,
            ChangedAt = now,
            RelayedFrom = null,
            Requests = requests.Length > MaxRequests ? requests.RemoveRange(0, requests.Length - MaxRequests) : requests,
        };
    }

    /// <summary>The ledger after everything up to <paramref name="sequence"/> has been relayed.</summary>
    /// <param name="sequence">The last event relayed.</param>
    /// <param name="etag">The ETag of the version that they were read from.</param>
    public Ledger Relayed(long sequence, string etag) => this with { Pending = Pending.RemoveAll(e => e.Sequence <= sequence), RelayedFrom = etag };
}
