using System.Net;
using Microsoft.Azure.Cosmos;
using Microsoft.Extensions.Logging;
using Samkjop.Ports;
using Samkjop.Serialization;

namespace Samkjop.Azure;

/// <summary>
/// The document store in Cosmos DB, over the gateway. Throttling is ridden out for as long as <see cref="CosmosOptions.Patience"/> lasts.
/// A write whose answer was lost is not repeated here, since a second attempt cannot tell its own work from another's: it is told as a store that
/// did not answer, and whoever asked asks again. Each decision's ledger, each source of the audit log and each derived id knows its own work then.
/// </summary>
internal sealed class CosmosDocumentStore : IDocumentStore
{
    private readonly Database _database;
    private readonly CosmosCalls _calls;

    public CosmosDocumentStore(CosmosClient client, CosmosCharges charges, CosmosOptions options, ILogger<CosmosDocumentStore> logger)
    {
        _database = client.GetDatabase(AzureSections.Database);
        _calls = new CosmosCalls(charges, options.Patience, logger);
    }

    /// <inheritdoc />
    public async Task<Stored<T>?> FindAsync<T>(string partitionKey, string id, CancellationToken cancellationToken = default)
        where T : class, IDocument
    {
        if (!DocumentKeys.CanBe(partitionKey, id))
        {
            return null;
        }

        using var response = await _calls.SendAsync(
            CosmosOperation.Read(T.Container),
            ct => In<T>().ReadItemStreamAsync(id, new PartitionKey(partitionKey), cancellationToken: ct),
            CosmosFaults.IsMissing,
            cancellationToken);
        return response.IsSuccessStatusCode && await CosmosPage.ReadOneAsync<T>(response, cancellationToken) is { } document
            ? new Stored<T>(document, CosmosPage.ETag(response.Headers.ETag))
            : null;
    }

    /// <inheritdoc />
    public async Task<Stored<T>> CreateAsync<T>(T document, CancellationToken cancellationToken = default)
        where T : class, IDocument
    {
        DocumentKeys.Require(document);
        var body = DocumentJson.Write(document);
        using var response = await _calls.SendAsync(
            CosmosOperation.Create(T.Container),
            ct => In<T>().CreateItemStreamAsync(new MemoryStream(body), new PartitionKey(document.PartitionKey), Quietly(), ct),
            static response => response.StatusCode is HttpStatusCode.Conflict,
            cancellationToken);
        return response.IsSuccessStatusCode
            ? new Stored<T>(document, CosmosPage.ETag(response.Headers.ETag))
            : throw new DocumentExistsException(T.Kind, document.PartitionKey, document.Id);
    }

    /// <inheritdoc />
    public async Task<Stored<T>> ReplaceAsync<T>(T document, string etag, CancellationToken cancellationToken = default)
        where T : class, IDocument
    {
        DocumentKeys.Require(document);
        var body = DocumentJson.Write(document);
        using var response = IsETag(etag)
            ? await _calls.SendAsync(
                CosmosOperation.Replace(T.Container),
                ct => In<T>().ReplaceItemStreamAsync(new MemoryStream(body), document.Id, new PartitionKey(document.PartitionKey), Quietly(etag), ct),
                IsChanged,
                cancellationToken)
            : null;
        return response is { IsSuccessStatusCode: true }
            ? new Stored<T>(document, CosmosPage.ETag(response.Headers.ETag))
            : throw new DocumentChangedException(T.Kind, document.PartitionKey, document.Id);
    }

    /// <inheritdoc />
    public async Task DeleteAsync<T>(string partitionKey, string id, string etag, CancellationToken cancellationToken = default)
        where T : class, IDocument
    {
        using var response = DocumentKeys.CanBe(partitionKey, id) && IsETag(etag)
            ? await _calls.SendAsync(
                CosmosOperation.Delete(T.Container),
                ct => In<T>().DeleteItemStreamAsync(id, new PartitionKey(partitionKey), Quietly(etag), ct),
                IsChanged,
                cancellationToken)
            : null;
        if (response is not { IsSuccessStatusCode: true })
        {
            throw new DocumentChangedException(T.Kind, partitionKey, id);
        }
    }

    /// <inheritdoc />
    public Task<DocumentPage<T>> ListAsync<T>(string partitionKey, DocumentQuery query, CancellationToken cancellationToken = default)
        where T : class, IDocument
    {
        ArgumentNullException.ThrowIfNull(partitionKey);
        var statement = CosmosQuery.Of<T>(partitionKey, query);
        return DocumentKeys.CanBePartition(partitionKey)
            ? PageAsync<T>(statement, new PartitionKey(partitionKey), query.PageSize, cancellationToken)
            : Task.FromResult(new DocumentPage<T>([], null));
    }

    /// <inheritdoc />
    public Task<DocumentPage<T>> ListAcrossAsync<T>(DocumentQuery query, CancellationToken cancellationToken = default)
        where T : class, IDocument => PageAsync<T>(CosmosQuery.Of<T>(partitionKey: null, query), partitionKey: null, query.PageSize, cancellationToken);

    /// <summary>Reads on until one document more than the page is known, which tells that there is another.</summary>
    private async Task<DocumentPage<T>> PageAsync<T>(QueryDefinition statement, PartitionKey? partitionKey, int pageSize, CancellationToken cancellationToken)
        where T : class, IDocument
    {
        var options = new QueryRequestOptions { PartitionKey = partitionKey, MaxItemCount = Math.Min(pageSize + 1, 1000), MaxConcurrency = -1 };
        using var pages = In<T>().GetItemQueryStreamIterator(statement, requestOptions: options);
        List<Stored<T>> items = [];
        while (items.Count <= pageSize && pages.HasMoreResults)
        {
            using var response = await _calls.SendAsync(CosmosOperation.Query(T.Container), pages.ReadNextAsync, static _ => false, cancellationToken);
            items.AddRange(await CosmosPage.ReadAsync<T>(response, cancellationToken));
        }

        return items.Count > pageSize
            ? new DocumentPage<T>(items[..pageSize], new DocumentPosition(items[pageSize - 1].Document.PartitionKey, items[pageSize - 1].Document.Id).ToContinuation())
            : new DocumentPage<T>(items, null);
    }

    private Container In<T>()
        where T : class, IDocument => _database.GetContainer(T.Container);

    private static ItemRequestOptions Quietly(string? etag = null) =>
        new() { EnableContentResponseOnWrite = false, IfMatchEtag = etag is null ? null : $"\"{etag}\"" };

    private static bool IsChanged(ResponseMessage response) => response.StatusCode is HttpStatusCode.PreconditionFailed || CosmosFaults.IsMissing(response);

    /// <summary>What cannot stand in a header cannot be an ETag (RFC 9110, 8.8.3).</summary>
    private static bool IsETag(string etag) => etag.Length > 0 && !etag.AsSpan().ContainsAnyExceptInRange('!', '~') && !etag.Contains('"', StringComparison.Ordinal);
}
