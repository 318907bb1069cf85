using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker;
using Samkjop.Embedded.Functions.Http;
using Samkjop.Embedded.Functions.Invocation;

namespace Samkjop.Embedded.Functions.Discovery;

/// <summary>Functions that would take work from each other: two on one route, one queue or one lease of a change feed.</summary>
internal static class SharedTriggers
{
    public static IEnumerable<string> Problems(IReadOnlyList<FunctionEntry> functions) =>
        [.. Routes(functions), .. Queues(functions), .. Leases(functions), .. Tasks(functions)];

    private static IEnumerable<string> Routes(IReadOnlyList<FunctionEntry> functions)
    {
        var routes =
            from f in functions
            let trigger = f.Trigger as HttpTriggerAttribute
            where trigger is not null
            from method in trigger.Methods is { Length: > 0 } methods ? methods : ["*"]
            select (Key: (Shape(HttpRoute.Template(f.Name, trigger)), Method: method.ToUpperInvariant()), f.Name);
        return from route in routes
               group route.Name by route.Key into same
               where same.Count() > 1
               select $"Functions {Names(same)} answer the same route and method ({same.Key.Method}). Change the route or the method of all but one.";
    }

    /// <summary>A template with its parameters' names taken out: two that differ only there match the same requests.</summary>
    private static string Shape(string template) =>
        string.Join('/', RoutePatternFactory.Parse(template).PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
        {
            RoutePatternLiteralPart literal => literal.Content.ToUpperInvariant(),
            RoutePatternSeparatorPart separator => separator.Content,
            RoutePatternParameterPart parameter => $"{{{string.Join(':', parameter.ParameterPolicies.Select(p => p.Content))}{(parameter.IsCatchAll ? "*" : "")}}}",
            _ => "",
        }))));

    private static IEnumerable<string> Queues(IReadOnlyList<FunctionEntry> functions) =>
        from f in functions
        let trigger = f.Trigger as QueueTriggerAttribute
        where trigger is not null
        group f.Name by trigger.QueueName into same
        where same.Count() > 1
        select $"Functions {Names(same)} listen to queue '{same.Key}', and each message would reach only one of them. Give each its own queue.";

    private static IEnumerable<string> Leases(IReadOnlyList<FunctionEntry> functions) =>
        from f in functions
        let trigger = f.Trigger as CosmosDBTriggerAttribute
        where trigger is not null
        group f.Name by (trigger.DatabaseName, trigger.ContainerName, trigger.LeaseContainerName ?? "leases", trigger.LeaseContainerPrefix ?? "") into same
        where same.Count() > 1
        select $"Functions {Names(same)} read container '{same.Key.ContainerName}' with the same leases, and each change would reach only one of them. "
            + "Set another LeaseContainerPrefix on all but one.";

    private static IEnumerable<string> Tasks(IReadOnlyList<FunctionEntry> functions) =>
        from f in functions
        let task = f.Trigger switch
        {
            OrchestrationTriggerAttribute o => ("orchestration", o.Orchestration ?? f.Name),
            ActivityTriggerAttribute a => ("activity", a.Activity ?? f.Name),
            _ => default,
        }
        where task != default
        group f.Name by (task.Item1, task.Item2.ToUpperInvariant()) into same
        where same.Count() > 1
        select $"Functions {Names(same)} are the same {same.Key.Item1}. Rename all but one.";

    private static string Names(IEnumerable<string> functions) => string.Join(" and ", functions.Order(StringComparer.Ordinal).Select(n => $"'{n}'"));
}
