using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using NodaTime;
using Samkjop.Embedded.Functions;
using Samkjop.Embedded.Storage;
using Samkjop.Ports;

namespace Samkjop.Host.Storage;

/// <summary>
/// Takes uploads in the place of Azure Blob Storage: <c>PUT /blobs/{container}/{name}</c> with a signed URL creates one blob, once. What was
/// committed in <see cref="BlobContainers.Bids"/> is told on the queue <see cref="Queue"/> by the same commit.
/// </summary>
public sealed partial class UploadEndpoint(
    FolderBlobStore blobs, UploadSigner signer, TimeProvider clock, ILocalQueues queues, FolderBlobStoreOptions options, ILogger<UploadEndpoint> logger)
{
    /// <summary>The queue that Event Grid delivers to on Azure.</summary>
    public const string Queue = "bid-uploads";

    /// <summary>Adds the route.</summary>
    public void Map(IEndpointRouteBuilder endpoints) => endpoints.MapPut("/blobs/{container}/{**name}", PutAsync);

    private async Task<IResult> PutAsync(HttpContext context, string container, string name)
    {
        var request = context.Request;
        switch (signer.Verify(container, name, request.Query["se"], request.Query["sig"], Instant.FromDateTimeOffset(clock.GetUtcNow())))
        {
            case UploadVerdict.Expired:
                return UploadProblems.Expired(context);
            case UploadVerdict.Forged:
                return UploadProblems.Forged(context);
        }

        if (request.Headers[UploadContract.BlobTypeHeader] != UploadContract.BlobType)
        {
            return UploadProblems.BlobTypeMissing(context);
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = null;
        }

        try
        {
            var contentType = request.ContentType ?? "application/octet-stream";
            var url = new Uri($"{request.Scheme}://{request.Host}{request.PathBase}{request.Path}");
            var tell = static () => { };
            var blob = await blobs.CreateAsync(
                container, name, request.Body, contentType, (session, created) => tell = Queued(session, created, contentType, url) ?? tell, context.RequestAborted);
            tell();
            context.Response.Headers.ETag = $"\"{BlobCreatedEvent.ETagOf(blob)}\"";
            context.Response.Headers.LastModified = blob.CommittedAt.ToDateTimeOffset().ToString("R");
            return Results.StatusCode(StatusCodes.Status201Created);
        }
        catch (BlobExistsException)
        {
            return UploadProblems.Exists(context, name);
        }
        catch (BlobTooLargeException)
        {
            return UploadProblems.TooLarge(context, options.HardMaxBytes);
        }
        catch (StoreUnavailableException exception)
        {
            LogNotReceived(logger, name, exception);
            return UploadProblems.Unavailable(context, exception);
        }
    }

    private Action? Queued(SqliteSession session, BlobProperties blob, string contentType, Uri url) =>
        blob.Container == BlobContainers.Bids ? queues.Enqueue(session, Queue, BlobCreatedEvent.Of(blob, contentType, url)) : null;

    [LoggerMessage(Level = LogLevel.Error, Message = "Could not receive {Blob}.")]
    private static partial void LogNotReceived(ILogger logger, string blob, Exception exception);
}
