using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;
using Samkjop.Functions.Http.Tokens;
using Samkjop.Ports;
using Samkjop.Telemetry;

namespace Samkjop.Functions.Http;

/// <summary>The outermost middleware of HTTP triggers: everything that goes wrong below becomes RFC 9457 problem details.</summary>
public sealed partial class ProblemMiddleware(SamkjopMetrics metrics, ILogger<ProblemMiddleware> logger) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        try
        {
            await next(context);
        }
        catch (Exception exception) when (!context.CancellationToken.IsCancellationRequested)
        {
            var http = context.GetHttpContext() ?? throw new InvalidOperationException("Not an HTTP request.", exception);
            var problem = ProblemOf(Root(exception), http, context.FunctionDefinition.Name);
            metrics.Refused(problem.Code, problem.Status);
            context.GetInvocationResult().Value = problem.ToReply();
        }
    }

    private static Exception Root(Exception exception) =>
        exception is AggregateException { InnerExceptions: [var single] } ? Root(single) : exception;

    private Problem ProblemOf(Exception exception, HttpContext http, string function)
    {
        switch (exception)
        {
            case ProblemException problem:
                return problem.Problem;

            case StoreUnavailableException unavailable:
                http.Response.Headers.RetryAfter = ((int)Math.Ceiling(unavailable.RetryAfter.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
                return Problem.Of(StatusCodes.Status503ServiceUnavailable, "try-again", new Text(
                    "Tjenesten er opptatt akkurat nå. Prøv igjen om litt med samme Idempotency-Key; det som alt er lagret, gjøres ikke to ganger.",
                    $"{unavailable.Message} Try again shortly with the same Idempotency-Key."));

            case IssuerUnavailableException issuer:
                LogNoKeys(logger, function, issuer);
                http.Response.Headers.RetryAfter = ((int)IssuerUnavailableException.RetryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture);
                return Problem.Of(StatusCodes.Status503ServiceUnavailable, "try-again", new Text(
                    "Vi får ikke kontrollert innloggingen din akkurat nå. Ingenting er endret; prøv igjen om litt.",
                    $"{issuer.Message} Try again shortly."));

            case DocumentTooNewException newer:
                // While a deployment is under way, another host has the code for it.
                LogTooNew(logger, function, newer);
                http.Response.Headers.RetryAfter = "60";
                return Problem.Of(StatusCodes.Status503ServiceUnavailable, "try-again", new Text(
                    "Tjenesten oppgraderes akkurat nå. Ingenting er endret; prøv igjen om et minutt med samme Idempotency-Key.",
                    "The service is being upgraded. Nothing was changed; try again in a minute with the same Idempotency-Key."));

            case DocumentChangedException:
                return Problem.Of(StatusCodes.Status409Conflict, "changed-meanwhile", new Text(
                    "Noen andre endret det samme samtidig. Ingenting er endret av deg; prøv igjen med samme Idempotency-Key.",
                    "Somebody else changed the same thing at the same time. Nothing of yours was changed; try again with the same Idempotency-Key."));

            case InvalidContinuationException:
                return Problem.Of(StatusCodes.Status400BadRequest, "invalid-continuation", new Text(
                    "Fortsettelsen er ikke en vi har gitt. Begynn på nytt med første side.",
                    "The continuation is none that we have given. Begin again with the first page."));

            case BadHttpRequestException bad:
                return Problem.Of(bad.StatusCode, "bad-request", new Text(
                    "Forespørselen kan ikke leses. Ingenting er endret; rett den og send på nytt.",
                    $"{bad.Message} Nothing was changed; mend the request and send it again."));

            default:
                LogFailed(logger, function, exception);
                return Problem.Of(StatusCodes.Status500InternalServerError, "internal-error", new Text(
                    "Noe gikk galt hos oss, og feilen er registrert. Prøv igjen med samme Idempotency-Key; er noe allerede lagret, får du svaret på det.",
                    "Something went wrong on our side and is recorded. Try again with the same Idempotency-Key; if something was kept already, you get the answer to that."));
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Function} failed.")]
    private static partial void LogFailed(ILogger logger, string function, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Function} could not look at a token; its caller was told to try again.")]
    private static partial void LogNoKeys(ILogger logger, string function, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Function} met a document that newer code has written; it was left as it is.")]
    private static partial void LogTooNew(ILogger logger, string function, Exception exception);
}
