using Azure.Identity;
using Microsoft.Azure.Cosmos;
using Microsoft.Extensions.Logging;
using Samkjop.Ports;

namespace Samkjop.Azure;

/// <summary>Sends calls with bounded patience, tells what they cost, and puts failures in the app's terms.</summary>
internal sealed partial class CosmosCalls(CosmosCharges charges, TimeSpan patience, ILogger logger)
{
    private const int MaxCollisions = 5;

    private static readonly TimeSpan CollisionPause = TimeSpan.FromMilliseconds(10);

    /// <summary>The answer, if it is a success or one that the operation has a meaning for.</summary>
    /// <remarks>
    /// The SDK looks for the account's regions after a failure without minding the token, and longer than any request lasts; it is left to that. Once
    /// patience has ended it sends nothing more.
    /// </remarks>
    /// <exception cref="StoreUnavailableException">None came within patience.</exception>
    public async Task<ResponseMessage> SendAsync(
        CosmosOperation operation,
        Func<CancellationToken, Task<ResponseMessage>> send,
        Func<ResponseMessage, bool> expected,
        CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(patience);
        try
        {
            var response = await SendAsync(operation, send, limit.Token);
            if (response.IsSuccessStatusCode || expected(response))
            {
                return response;
            }

            using (response)
            {
                throw CosmosFaults.Of(operation, response.StatusCode, response.Headers, response.ErrorMessage, inner: null);
            }
        }
        catch (Exception exception)
        {
            var told = InOurTerms(operation, exception, cancellationToken);
            if (told is StoreUnavailableException)
            {
                LogUnavailable(logger, operation.Name, operation.Container, told.Message);
            }

            if (ReferenceEquals(told, exception))
            {
                throw;
            }

            throw told;
        }
    }

    /// <summary>Sends again what collided with another write (449): nothing was carried out, and over the gateway the SDK leaves that to its caller.</summary>
    private async Task<ResponseMessage> SendAsync(
        CosmosOperation operation, Func<CancellationToken, Task<ResponseMessage>> send, CancellationToken cancellationToken)
    {
        for (var collisions = 1; ; collisions++)
        {
            var response = await send(cancellationToken).WaitAsync(cancellationToken);
            charges.Record(operation, response);
            if (response.StatusCode is not CosmosFaults.RetryWith || collisions > MaxCollisions)
            {
                return response;
            }

            response.Dispose();
            await Task.Delay(CollisionPause * (1 << collisions), cancellationToken);
        }
    }

    private static Exception InOurTerms(CosmosOperation operation, Exception exception, CancellationToken cancellationToken) => exception switch
    {
        OperationCanceledException when cancellationToken.IsCancellationRequested => exception,
        OperationCanceledException or HttpRequestException or AnswerLostException => CosmosFaults.Unreachable(operation, exception),
        AuthenticationFailedException => new StoreUnavailableException("No token could be had for Cosmos DB. Nothing was changed; check the app's identity.", exception),
        CosmosException cosmos => CosmosFaults.Of(operation, cosmos.StatusCode, cosmos.Headers, cosmos.Message, cosmos),
        _ => exception,
    };

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Operation} on {Container} was given up. {Reason}")]
    private static partial void LogUnavailable(ILogger logger, string operation, string container, string reason);
}
