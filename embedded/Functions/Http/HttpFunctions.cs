using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Samkjop.Embedded.Functions.Invocation;

namespace Samkjop.Embedded.Functions.Http;

/// <summary>Serves the HTTP functions: the key is checked before anything of the app runs, and the result is written after all its middleware.</summary>
internal sealed class HttpFunctions(FunctionInvoker invoker, FunctionKeys keys, ILogger logger)
{
    /// <summary>Where the real extension leaves the request among the context's items.</summary>
    public const string HttpContextKey = "HttpRequestContext";

    public void Map(IEndpointRouteBuilder endpoints, IEnumerable<FunctionEntry> functions, string prefix)
    {
        foreach (var function in functions)
        {
            if (function.Trigger is not HttpTriggerAttribute http)
                continue;

            var route = HttpRoute.WithPrefix(prefix, HttpRoute.Template(function.Name, http));
            RequestDelegate serve = context => ServeAsync(context, function, http.AuthLevel);
            var endpoint = http.Methods is { Length: > 0 } methods
                ? endpoints.MapMethods(route, methods.Select(m => m.ToUpperInvariant()), serve)
                : endpoints.Map(route, serve);
            endpoint.WithDisplayName(function.Name);
            FunctionLog.HttpFunctionMapped(logger, function.Name, http.Methods is { Length: > 0 } named ? string.Join(',', named).ToUpperInvariant() : "any method", route);
        }
    }

    private async Task ServeAsync(HttpContext http, FunctionEntry function, AuthorizationLevel level)
    {
        if (!keys.Allow(http.Request, level, function.Name))
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        InvocationTrigger trigger = new(http, RouteValues(http));
        var context = invoker.Open(function, trigger, http.RequestAborted);
        await using (context)
        {
            context.Items[HttpContextKey] = http;
            http.RequestServices = context.InstanceServices;
            try
            {
                await invoker.RunAsync(context);
                if (context.Result is IResult result)
                    await result.ExecuteAsync(http);
            }
            catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
            {
                FunctionLog.CallerLeft(logger, function.Name);
            }
            catch (Exception error)
            {
                Fail(http, function, error);
            }
        }
    }

    private void Fail(HttpContext http, FunctionEntry function, Exception error)
    {
        FunctionLog.FunctionFailed(logger, function.Name, error);
        if (http.Response.HasStarted)
        {
            http.Abort();
            return;
        }

        http.Response.Clear();
        http.Response.StatusCode = StatusCodes.Status500InternalServerError;
    }

    private static IReadOnlyDictionary<string, object?> RouteValues(HttpContext http) =>
        http.Request.RouteValues.Count == 0 ? InvocationTrigger.NoData : http.Request.RouteValues;
}
