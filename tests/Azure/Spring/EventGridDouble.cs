using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Samkjop.Embedded.Functions;
using Samkjop.Host;
using Samkjop.Host.Storage;
using Samkjop.Ports;

namespace Samkjop.Tests.Azure.Spring;

/// <summary>What Event Grid does on Azure: a blob that was created in the container of bids is told on the queue.</summary>
internal sealed class EventGridDouble(SamkjopApp app, StorageTransactions transactions, HttpMessageHandler storage) : DelegatingHandler(storage)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var address = request.RequestUri!;
        transactions.Count(request.Method.Method, address);
        var answer = await base.SendAsync(request, cancellationToken);
        // On Azurite the path begins with the account's name.
        if (answer.StatusCode is HttpStatusCode.Created && Uri.UnescapeDataString(address.AbsolutePath).Split('/', 4) is [_, _, BlobContainers.Bids, var name])
        {
            var blob = await app.Services.GetRequiredService<IBlobStore>().FindAsync(BlobContainers.Bids, name, cancellationToken);
            var contentType = request.Content?.Headers.ContentType?.MediaType ?? "application/octet-stream";
            await app.Services.GetRequiredService<ILocalQueues>().EnqueueAsync(
                UploadEndpoint.Queue, BlobCreatedEvent.Of(blob!, contentType, address), ct: cancellationToken);
        }

        return answer;
    }
}
