using System.Globalization;
using Azure;
using Azure.Identity;
using Samkjop.Ports;

namespace Samkjop.Azure;

/// <summary>
/// What the services' faults mean to the ports. Passing ones (throttling, overload, time-outs, no connection, no token, a container that is not there
/// yet) become <see cref="StoreUnavailableException"/>; all others are errors of ours and stay as they are.
/// </summary>
internal static class AzureFaults
{
    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromMinutes(5);

    private static readonly string[] NotThereYet = ["ContainerNotFound", "ContainerBeingDeleted", "QueueNotFound", "QueueBeingDeleted", "AccountIsDisabled", "ResourceNotFound"];

    /// <summary>Makes a call to <paramref name="service"/> (as people call it) and gives its faults the port's form.</summary>
    public static async Task<T> GuardAsync<T>(string service, Func<Task<T>> call, CancellationToken cancellationToken)
    {
        try
        {
            return await call();
        }
        catch (Exception exception) when (IsPassing(exception, cancellationToken))
        {
            throw Unavailable(service, exception);
        }
    }

    /// <summary>Whether trying again later may help; a cancellation that the caller asked for is none.</summary>
    public static bool IsPassing(Exception exception, CancellationToken cancellationToken) => exception switch
    {
        RequestFailedException { Status: 0 or 401 or 403 or 408 or 429 or >= 500 } => true,
        RequestFailedException failed => NotThereYet.Contains(CodeOf(failed), StringComparer.Ordinal),
        AuthenticationFailedException or HttpRequestException or IOException => true,
        OperationCanceledException => !cancellationToken.IsCancellationRequested,
        AggregateException all => all.InnerExceptions.Any(inner => IsPassing(inner, cancellationToken)),
        _ => false,
    };

    /// <summary>The fault as the port tells it.</summary>
    public static StoreUnavailableException Unavailable(string service, Exception exception)
    {
        var cause = exception is AggregateException { InnerExceptions: [.., var last] } ? last : exception;
        var sentence = cause switch
        {
            RequestFailedException { Status: 401 or 403 } failed =>
                $"{service} refused the app's identity ({failed.Status} {CodeOf(failed)}). Nothing was kept; check its role assignments, which take some minutes to count.",
            RequestFailedException failed when NotThereYet.Contains(CodeOf(failed), StringComparer.Ordinal) =>
                $"{service} lacks what the app needs ({failed.Status} {CodeOf(failed)}). Nothing was kept; deploy infra-bicep, which makes it.",
            AuthenticationFailedException => $"No token could be had for {service}. Nothing was kept; check the app's identity.",
            RequestFailedException { Status: > 0 } failed => $"{service} does not serve just now ({failed.Status} {CodeOf(failed)}). What was acknowledged is kept; try again shortly.",
            _ => $"{service} cannot be reached. What was acknowledged is kept; try again shortly.",
        };
        return new StoreUnavailableException(sentence, exception, RetryAfter(cause));
    }

    // An answer without a body, as to HEAD, has its code in a header only.
    private static string? CodeOf(RequestFailedException failed) =>
        failed.ErrorCode is { Length: > 0 } code ? code : failed.GetRawResponse()?.Headers.TryGetValue("x-ms-error-code", out var header) is true ? header : null;

    private static TimeSpan? RetryAfter(Exception cause)
    {
        if (cause is not RequestFailedException failed || failed.GetRawResponse()?.Headers.TryGetValue("Retry-After", out var text) is not true
            || !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            return null;
        }

        var asked = TimeSpan.FromSeconds(seconds);
        return asked < LongestRetryAfter ? asked : LongestRetryAfter;
    }
}
