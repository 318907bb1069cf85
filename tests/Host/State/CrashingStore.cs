using Samkjop.Ports;

namespace Samkjop.Tests.Host.State;

/// <summary>A fake around a real store: fails at chosen calls, before or after the call has had its effect.</summary>
internal sealed class CrashingStore(IDocumentStore store, IReadOnlySet<int> before, IReadOnlySet<int> after) : IDocumentStore
{
    private int _calls;

    public int Calls => _calls;

    public Task<Stored<T>?> FindAsync<T>(string partitionKey, string id, CancellationToken cancellationToken = default)
        where T : class, IDocument => CallAsync(() => store.FindAsync<T>(partitionKey, id, cancellationToken));

    public Task<Stored<T>> CreateAsync<T>(T document, CancellationToken cancellationToken = default)
        where T : class, IDocument => CallAsync(() => store.CreateAsync(document, cancellationToken));

    public Task<Stored<T>> ReplaceAsync<T>(T document, string etag, CancellationToken cancellationToken = default)
        where T : class, IDocument => CallAsync(() => store.ReplaceAsync(document, etag, cancellationToken));

    public Task DeleteAsync<T>(string partitionKey, string id, string etag, CancellationToken cancellationToken = default)
        where T : class, IDocument => CallAsync(async () =>
        {
            await store.DeleteAsync<T>(partitionKey, id, etag, cancellationToken);
            return true;
        });

    public Task<DocumentPage<T>> ListAsync<T>(string partitionKey, DocumentQuery query, CancellationToken cancellationToken = default)
        where T : class, IDocument => CallAsync(() => store.ListAsync<T>(partitionKey, query, cancellationToken));

    public Task<DocumentPage<T>> ListAcrossAsync<T>(DocumentQuery query, CancellationToken cancellationToken = default)
        where T : class, IDocument => CallAsync(() => store.ListAcrossAsync<T>(query, cancellationToken));

    private async Task<T> CallAsync<T>(Func<Task<T>> call)
    {
        var number = Interlocked.Increment(ref _calls);
        if (before.Contains(number))
        {
            throw new StoreUnavailableException($"Call {number} was not made.");
        }

        var answer = await call();
        return after.Contains(number) ? throw new StoreUnavailableException($"The answer to call {number} was lost.") : answer;
    }
}
