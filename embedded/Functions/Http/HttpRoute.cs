using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker;
using Samkjop.Embedded.Functions.Discovery;

namespace Samkjop.Embedded.Functions.Http;

/// <summary>The route of an HTTP function below the app's prefix: the template of its trigger or else its name.</summary>
internal static class HttpRoute
{
    public static string Template(string function, HttpTriggerAttribute http) => (http.Route ?? function).Trim('/');

    public static string WithPrefix(string prefix, string template) =>
        prefix.Trim('/') is { Length: > 0 } first ? $"/{first}/{template}" : $"/{template}";

    public static void Check(string function, HttpTriggerAttribute http)
    {
        var template = Template(function, http);
        try
        {
            RoutePatternFactory.Parse(template);
        }
        catch (RoutePatternException error)
        {
            throw FunctionCompiler.Refusal(function, $"has the route '{template}', which is no route template: {error.Message}");
        }

        var first = template.Split('/', 2)[0].ToUpperInvariant();
        if (first is "ADMIN" or "RUNTIME")
            throw FunctionCompiler.Refusal(function, $"has the route '{template}', and the real host keeps '{first.ToLowerInvariant()}' for itself. Choose another first segment.");
        if (http.Methods?.FirstOrDefault(m => m.Length == 0 || !m.All(char.IsAsciiLetter)) is { } odd)
            throw FunctionCompiler.Refusal(function, $"lists '{odd}' as an HTTP method. Write a method such as \"get\"; a route is set by Route = \"...\".");
    }
}
