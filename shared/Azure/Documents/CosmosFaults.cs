using System.Net;
using Microsoft.Azure.Cosmos;
using Samkjop.Ports;

namespace Samkjop.Azure;

/// <summary>What an answer of Cosmos DB that is no success means to the app.</summary>
internal static class CosmosFaults
{
    /// <summary>The SDK's answers in place of a request that never came through, or whose answer never came back.</summary>
    public const HttpStatusCode RetryWith = (HttpStatusCode)449;

    /// <summary>404 without it: the document is not there. With another: the container is not, or the replica lags behind.</summary>
    private const int NoSubstatus = 0;

    private const int LagsBehind = 1002;

    public static bool IsMissing(ResponseMessage response) =>
        response.StatusCode is HttpStatusCode.NotFound && SubstatusOf(response.Headers) == NoSubstatus;

    /// <summary>The exception for an answer that the operation itself has no meaning for.</summary>
    public static Exception Of(CosmosOperation operation, HttpStatusCode status, Headers headers, string? message, Exception? inner) => status switch
    {
        HttpStatusCode.TooManyRequests => new StoreUnavailableException(
            "The document store is throttled, and has been for longer than is waited. Nothing was changed.", inner, RetryAfterOf(headers)),
        RetryWith or HttpStatusCode.Gone => new StoreUnavailableException("The document store is being rearranged. Nothing was changed.", inner, RetryAfterOf(headers)),
        HttpStatusCode.NotFound when SubstatusOf(headers) == LagsBehind => new StoreUnavailableException(
            "The document store has not caught up. Nothing was changed.", inner, RetryAfterOf(headers)),
        HttpStatusCode.RequestTimeout or HttpStatusCode.ServiceUnavailable or >= HttpStatusCode.InternalServerError => Unreachable(operation, inner, RetryAfterOf(headers)),
        HttpStatusCode.NotFound => new StoreUnavailableException(
            $"Container '{operation.Container}' of database '{AzureSections.Database}' is missing. Nothing was changed; deploy infra-bicep, which makes it.", inner),
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => new StoreUnavailableException(
            $"Cosmos DB refused {operation.Name} on '{operation.Container}' to the app's identity ({(int)status}). Nothing was changed; check its role assignment "
            + "(Cosmos DB Built-in Data Contributor), which takes some minutes to count, and the account's firewall.",
            inner),
        HttpStatusCode.RequestEntityTooLarge => new InvalidOperationException(
            $"A document for '{operation.Container}' is larger than the 2 MB that Cosmos DB takes. Nothing was changed.", inner),
        _ => new InvalidOperationException($"Cosmos DB answered {operation.Name} on '{operation.Container}' with {(int)status}: {message}", inner),
    };

    /// <summary>No answer came, or one that does not tell what became of the request.</summary>
    public static StoreUnavailableException Unreachable(CosmosOperation operation, Exception? inner, TimeSpan? retryAfter = null) => operation.Writes
        ? new("The document store did not answer. What was to be changed may have been changed; the same request with the same key finds out.", inner, retryAfter)
        : new("The document store cannot be reached. Nothing was changed.", inner, retryAfter);

    private static int SubstatusOf(Headers headers) => int.TryParse(headers["x-ms-substatus"], out var substatus) ? substatus : NoSubstatus;

    private static TimeSpan? RetryAfterOf(Headers headers) =>
        double.TryParse(headers["x-ms-retry-after-ms"], out var milliseconds) && milliseconds > 0 ? TimeSpan.FromMilliseconds(milliseconds) : null;
}
