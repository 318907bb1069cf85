using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Samkjop.Decisions;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Serialization;

namespace Samkjop.Functions.Http.Idempotency;

/// <summary>
/// Every POST by an authenticated caller carries an Idempotency-Key. The answer to one that succeeded is remembered and given again; a key
/// that comes back with another body is refused. Should the process die between the change and the remembering, the document's own
/// ledger recognises the request.
/// </summary>
public sealed class IdempotencyMiddleware(IDocumentStore store) : IFunctionsWorkerMiddleware
{
    public const string Header = "Idempotency-Key";
    public const string ReplayedHeader = "Idempotency-Replayed";
    private const int MaxKeyLength = 128;

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        var http = context.GetHttpContext() ?? throw new InvalidOperationException("Not an HTTP request.");
        if (!context.Items.TryGetValue(FunctionContextExtensions.CallerItem, out var item) || !HttpMethods.IsPost(http.Request.Method))
        {
            await next(context);
            return;
        }

        var caller = (Caller)item;
        var requestId = FunctionContextExtensions.RequestIdOf(caller, KeyOf(http.Request));
        context.Items[FunctionContextExtensions.RequestIdItem] = requestId;
        var hash = await HashAsync(http.Request, context.CancellationToken);
        context.Items[FunctionContextExtensions.CommandIdItem] = $"{requestId}#{hash[..16]}";

        if (await store.FindAsync<RememberedAnswer>(caller.Subject, requestId, context.CancellationToken) is { Document: var remembered })
        {
            context.GetInvocationResult().Value = Again(remembered, hash, http.Response);
            return;
        }

        await next(context);
        if (context.GetInvocationResult().Value is Reply { Status: >= 200 and < 300, IsSecret: false } reply)
        {
            await RememberAsync(caller, requestId, hash, reply, context.CancellationToken);
        }
    }

    private static string KeyOf(HttpRequest request)
    {
        var key = request.Headers[Header].ToString();
        return key.Length is > 0 and <= MaxKeyLength
            ? key
            : throw new ProblemException(Problem.Of(StatusCodes.Status400BadRequest, "idempotency-key-required", new Text(
                $"Send en Idempotency-Key på 1–{MaxKeyLength} tegn, en ny for hver ting du vil gjøre, den samme når du prøver igjen. Ingenting er endret.",
                $"Send an Idempotency-Key of 1–{MaxKeyLength} characters: a new one for each thing that you want done, the same when you try again. Nothing was changed.")));
    }

    private static async Task<string> HashAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method} {request.Path}\n"));
        hash.AppendData(await request.ReadRawBodyAsync(cancellationToken));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static RememberedReply Again(RememberedAnswer remembered, string hash, HttpResponse response)
    {
        if (!string.Equals(remembered.BodySha256, hash, StringComparison.Ordinal))
        {
            throw new ProblemException(Refusals.KeyReused());
        }

        response.Headers[ReplayedHeader] = "true";
        return new RememberedReply(remembered);
    }

    private async Task RememberAsync(Caller caller, string requestId, string hash, Reply reply, CancellationToken cancellationToken)
    {
        var body = reply.Body is null ? null : JsonSerializer.Serialize(reply.Body, reply.Body.GetType(), SamkjopJson.Options);
        try
        {
            await store.CreateAsync(
                new RememberedAnswer(caller.Subject, requestId, hash, reply.Status, body, reply.ContentType, reply.ETag, reply.Location), cancellationToken);
        }
        catch (DocumentExistsException)
        {
            // The same request ran twice at once; both got the same answer from the document's ledger.
        }
    }
}
