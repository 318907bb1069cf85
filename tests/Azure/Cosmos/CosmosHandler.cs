using System.Net;

namespace Samkjop.Tests.Azure.Cosmos;

/// <summary>The wire: lets faults befall requests, and logs what was answered.</summary>
internal sealed class CosmosHandler(CosmosServer server, CosmosRouter router) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = await CosmosCall.OfAsync(request, cancellationToken);
        var fault = server.Faults.Take(call.IsData);
        switch (fault)
        {
            case CosmosFault.Refused:
                throw new HttpRequestException(HttpRequestError.ConnectionError, "Connection refused");

            case CosmosFault.Silent:
                await Task.Delay(Timeout.Infinite, cancellationToken);
                break;

            case CosmosFault.Answered answered:
                return Answer(request, new CosmosReply(answered.Status, call.Operation, call.Container) { RetryAfter = answered.RetryAfter });
        }

        var reply = router.Route(call);
        switch (fault)
        {
            case CosmosFault.AnswerLost:
                Answer(request, reply).Dispose();
                throw new HttpRequestException(HttpRequestError.ResponseEnded, "The response ended prematurely.");

            case CosmosFault.SilentAfter:
                Answer(request, reply).Dispose();
                await Task.Delay(Timeout.Infinite, cancellationToken);
                break;
        }

        return Answer(request, reply);
    }

    private HttpResponseMessage Answer(HttpRequestMessage request, CosmosReply reply)
    {
        server.Log.Add(new CosmosRequest(reply.Operation, reply.Container, (int)reply.Status, reply.RequestUnits, reply.Sql));
        return reply.ToMessage(request);
    }
}
