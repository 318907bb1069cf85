using System.Net;
using Azure.Identity;
using Microsoft.Azure.Cosmos;
using Microsoft.Extensions.Logging;
using Samkjop.Ports;

namespace Samkjop.Azure;

/// <summary>Sends calls with bounded patience, records what they cost, and puts failures in the app's terms.</summary>
internal sealed partial class CosmosCalls(CosmosCharges charges, CosmosOptions options, ILogger logger)
{
    private const int MaxConflictRetries = 5;

    private static readonly TimeSpan ConflictPause = TimeSpan.FromMilliseconds(10);

    /// <summary>The answer, if it is a success or one that the operation has a meaning for.</summary>
    /// <exception cref="StoreUnavailableException">None came within patience.</exception>
    public async Task<ResponseMessage> SendAsync(
        CosmosOperation operation,
        Func<CancellationToken, Task<ResponseMessage>> send,
        Func<ResponseMessage, bool> expected,
        CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(options.Patience);
        try
        {
            var response = await SendAsync(operation, send, patience.Token);
            if (response.IsSuccessStatusCode || expected(response))
            {
                return response;
            }

            using (response)
            {
                throw CosmosFaults.Of(operation, response.StatusCode, response.Headers, response.ErrorMessage, inner: null);
            }
        }
        catch (Exception exception) when (Translate(operation, exception, cancellationToken) is { } translated)
        {
            throw translated;
        }
        catch (StoreUnavailableException exception)
        {
            LogUnavailable(logger, operation.Name, operation.Container, exception.Message);
            throw;
        }
    }

    /// <summary>Sends again what collided with another write (449): nothing was carried out, and the SDK does so only when it is not behind the gateway.</summary>
    private async Task<ResponseMessage> SendAsync(CosmosOperation operation, Func<CancellationToken, Task<ResponseMessage>> send, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var response = await send(cancellationToken);
            charges.Record(operation, response.Headers.RequestCharge);
            if (response.StatusCode is not CosmosFaults.RetryWith || attempt > MaxConflictRetries)
            {
                return response;
            }

            response.Dispose();
            await Task.Delay(ConflictPause * (1 << attempt), cancellationToken);
        }
    }

    private Exception? Translate(CosmosOperation operation, Exception exception, CancellationToken cancellationToken)
    {
        Exception? translated = exception switch
        {
            OperationCanceledException when cancellationToken.IsCancellationRequested => null,
            OperationCanceledException or HttpRequestException or AnswerLostException => CosmosFaults.Unreachable(operation, exception),
            AuthenticationFailedException => new StoreUnavailableException("No token could be had for Cosmos DB. Nothing was changed; check the app's identity.", exception),
            CosmosException cosmos => CosmosFaults.Of(operation, cosmos.StatusCode, cosmos.Headers, cosmos.Message, cosmos),
            _ => null,
        };
        if (translated is StoreUnavailableException)
        {
            LogUnavailable(logger, operation.Name, operation.Container, translated.Message);
        }

        return translated;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Operation} on {Container} was given up. {Reason}")]
    private static partial void LogUnavailable(ILogger logger, string operation, string container, string reason);
}
