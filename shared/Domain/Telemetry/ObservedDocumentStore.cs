using System.Diagnostics;
using Samkjop.Ports;

namespace Samkjop.Telemetry;

/// <summary>
/// Tells each call of a document store as a client span of <see cref="SamkjopTelemetry.Documents"/>, by OpenTelemetry's conventions for databases. Ids and
/// partition keys are left out: those of suppliers and bids are sealed.
/// </summary>
/// <param name="store">The adapter.</param>
/// <param name="system"><c>db.system.name</c>, such as <c>sqlite</c>.</param>
public sealed class ObservedDocumentStore(IDocumentStore store, string system) : IDocumentStore
{
    private static readonly ActivitySource Source = new(SamkjopTelemetry.Documents);

    public Task<Stored<T>?> FindAsync<T>(string partitionKey, string id, CancellationToken cancellationToken = default)
        where T : class, IDocument => Source.HasListeners()
            ? TellAsync<T, Stored<T>?>("read_item", () => store.FindAsync<T>(partitionKey, id, cancellationToken))
            : store.FindAsync<T>(partitionKey, id, cancellationToken);

    public Task<Stored<T>> CreateAsync<T>(T document, CancellationToken cancellationToken = default)
        where T : class, IDocument => Source.HasListeners()
            ? TellAsync<T, Stored<T>>("create_item", () => store.CreateAsync(document, cancellationToken))
            : store.CreateAsync(document, cancellationToken);

    public Task<Stored<T>> ReplaceAsync<T>(T document, string etag, CancellationToken cancellationToken = default)
        where T : class, IDocument => Source.HasListeners()
            ? TellAsync<T, Stored<T>>("replace_item", () => store.ReplaceAsync(document, etag, cancellationToken))
            : store.ReplaceAsync(document, etag, cancellationToken);

    public Task DeleteAsync<T>(string partitionKey, string id, string etag, CancellationToken cancellationToken = default)
        where T : class, IDocument => Source.HasListeners()
            ? TellAsync<T, bool>("delete_item", () => DoneAsync(store.DeleteAsync<T>(partitionKey, id, etag, cancellationToken)))
            : store.DeleteAsync<T>(partitionKey, id, etag, cancellationToken);

    public Task<DocumentPage<T>> ListAsync<T>(string partitionKey, DocumentQuery query, CancellationToken cancellationToken = default)
        where T : class, IDocument => Source.HasListeners()
            ? TellAsync<T, DocumentPage<T>>("query_items", () => store.ListAsync<T>(partitionKey, query, cancellationToken), page => page.Items.Count)
            : store.ListAsync<T>(partitionKey, query, cancellationToken);

    public Task<DocumentPage<T>> ListAcrossAsync<T>(DocumentQuery query, CancellationToken cancellationToken = default)
        where T : class, IDocument => Source.HasListeners()
            ? TellAsync<T, DocumentPage<T>>("query_items", () => store.ListAcrossAsync<T>(query, cancellationToken), page => page.Items.Count)
            : store.ListAcrossAsync<T>(query, cancellationToken);

    private static async Task<bool> DoneAsync(Task task)
    {
        await task;
        return true;
    }

    private async Task<TAnswer> TellAsync<T, TAnswer>(string operation, Func<Task<TAnswer>> call, Func<TAnswer, int>? rows = null)
        where T : class, IDocument
    {
        using var span = Source.StartActivity($"{operation} {T.Container}", ActivityKind.Client);
        span?.SetTag("db.system.name", system)
            .SetTag("db.operation.name", operation)
            .SetTag("db.collection.name", T.Container)
            .SetTag(TelemetryTags.Kind, T.Kind);
        try
        {
            var answer = await call();
            if (rows is not null)
            {
                span?.SetTag("db.response.returned_rows", rows(answer));
            }

            return answer;
        }
        catch (Exception exception)
        {
            span.Fail(exception);
            throw;
        }
    }
}
