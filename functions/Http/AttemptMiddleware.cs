using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Samkjop.Functions.Purchasing;

namespace Samkjop.Functions.Http;

/// <summary>
/// Sees to it that no denied attempt on a round goes unrecorded, whichever function denied it: what is forbidden, what a supplier asks for that is not there for it,
/// and commands on what is not there. Functions that have recorded the refusal themselves said more precisely what it was about.
/// </summary>
public sealed class AttemptMiddleware(RefusedAttempts attempts) : IFunctionsWorkerMiddleware
{
    private const int MaxSubjectLength = 200;

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        try
        {
            await next(context);
        }
        catch (Exception exception) when (DeniedBy(exception) is { } denied && context.GetHttpContext() is { } http && IsAttempt(denied.Problem, context, http))
        {
            await attempts.RecordAsync(
                context, context.Caller(), (string)http.GetRouteValue("roundId")!, SubjectOf(http.Request), denied.Problem.Code, context.CancellationToken);
            throw;
        }
    }

    /// <summary>What of the round was asked for: the rest of the path, cut short where it is absurdly long.</summary>
    internal static string SubjectOf(HttpRequest request)
    {
        var rest = string.Join('/', request.Path.ToString().Split('/', StringSplitOptions.RemoveEmptyEntries).SkipWhile(part => part != "rounds").Skip(2));
        return rest.Length <= MaxSubjectLength ? rest : rest[..MaxSubjectLength];
    }

    private static ProblemException? DeniedBy(Exception exception) => exception switch
    {
        ProblemException { IsRecorded: false } problem => problem,
        AggregateException { InnerExceptions: [var single] } => DeniedBy(single),
        _ => null,
    };

    private static bool IsAttempt(Problem problem, FunctionContext context, HttpContext http) =>
        context.HasCaller() && http.GetRouteValue("roundId") is string && problem.Status switch
        {
            StatusCodes.Status403Forbidden => true,
            StatusCodes.Status404NotFound => !HttpMethods.IsGet(http.Request.Method) || context.Caller().SupplierId is not null,
            _ => false,
        };
}
