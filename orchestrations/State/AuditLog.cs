using System.Security.Cryptography;
using NodaTime;
using Samkjop.Audit;
using Samkjop.Decisions;
using Samkjop.People;
using Samkjop.Ports;

namespace Samkjop.State;

/// <summary>
/// The append-only audit log of each round: numbered from 1 without gaps, each source once, each entry bound to the one before it by its hash, however many write
/// at the same time.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="secrets">Makes the salt of sealed entries; null for the machine's own random numbers.</param>
public sealed class AuditLog(IDocumentStore store, ISecretGenerator? secrets = null)
{
    private const string IdPrefix = "audit-";
    private const int SaltBytes = 16;

    /// <summary>Appends an entry, or returns the one that the source has already.</summary>
    /// <param name="roundId">The round.</param>
    /// <param name="at">When it was decided, read or attempted, UTC.</param>
    /// <param name="by">Who.</param>
    /// <param name="source"><c>{kind}/{id}#{sequence}</c> of a decision, or a unique id of a read or attempt.</param>
    /// <param name="event">What was decided, read or attempted.</param>
    /// <param name="cancellationToken">Ends the attempt; the entry may have been written by then, so try again with the same source.</param>
    /// <exception cref="StoreException">The store failed; try again with the same source.</exception>
    public Task<AuditEntry> AppendAsync(string roundId, Instant at, Actor by, string source, DomainEvent @event, CancellationToken cancellationToken = default) =>
        AppendAsync(roundId, source, new PendingEvent(0, at, by, @event), cancellationToken);

    /// <summary>The same for a decision, with why it was taken.</summary>
    public async Task<AuditEntry> AppendAsync(string roundId, string source, PendingEvent decided, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(decided);

        // The tail first: an entry of this source that the look for it misses was written later, and so stands beyond the tail, on this way.
        var tail = await NewestAsync(roundId, cancellationToken);
        if (await FindAsync(roundId, source, cancellationToken) is { } written)
        {
            return written;
        }

        var entry = new AuditEntry(
            roundId, 0, decided.At, decided.By, source, decided.Event, decided.Event is ISealedUntilOpening ? Salt() : null, Why: decided.Why);
        while (true)
        {
            entry = entry.After(tail);
            try
            {
                return (await store.CreateAsync(entry, cancellationToken)).Document;
            }
            catch (DocumentExistsException)
            {
                // Whoever was first is the one before this; only what it says gives the true hash.
                tail = (await store.FindAsync<AuditEntry>(roundId, entry.Id, cancellationToken))?.Document
                    ?? throw new StoreUnavailableException($"Entry {entry.Number} of the audit log of '{roundId}' is taken and cannot be read. Nothing was written; try again.");
                if (tail.Source == source)
                {
                    return tail;
                }
            }
        }
    }

    /// <summary>Every entry with its event as stored, oldest first, for export and verification.</summary>
    public IAsyncEnumerable<Stored<StoredAuditEntry>> EveryAsync(string roundId, CancellationToken cancellationToken = default) =>
        store.AllAsync<StoredAuditEntry>(roundId, IdPrefix, cancellationToken);

    /// <summary>The newest entry; null in an empty log.</summary>
    public async Task<AuditEntry?> NewestAsync(string roundId, CancellationToken cancellationToken = default)
    {
        var page = await store.ListAsync<AuditEntry>(roundId, new DocumentQuery(IdPrefix: IdPrefix, PageSize: 1, Descending: true), cancellationToken);
        return page.Items is [var newest] ? newest.Document : null;
    }

    /// <summary>A page of the log, oldest first.</summary>
    /// <exception cref="InvalidContinuationException">The continuation is none that the store has given.</exception>
    public Task<DocumentPage<AuditEntry>> ListAsync(string roundId, int pageSize, string? continuation, CancellationToken cancellationToken = default) =>
        store.ListAsync<AuditEntry>(roundId, new DocumentQuery(IdPrefix: IdPrefix, Continuation: continuation, PageSize: pageSize), cancellationToken);

    private async Task<AuditEntry?> FindAsync(string roundId, string source, CancellationToken cancellationToken)
    {
        var page = await store.ListAsync<AuditEntry>(roundId, new DocumentQuery(Mark: source, PageSize: 1), cancellationToken);
        return page.Items is [var found, ..] ? found.Document : null;
    }

    private string Salt()
    {
        Span<byte> salt = stackalloc byte[SaltBytes];
        if (secrets is null)
        {
            RandomNumberGenerator.Fill(salt);
        }
        else
        {
            secrets.Fill(salt);
        }

        return Convert.ToHexStringLower(salt);
    }
}
