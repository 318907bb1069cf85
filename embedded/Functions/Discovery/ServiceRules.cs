using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Samkjop.Embedded.Functions.Invocation;

namespace Samkjop.Embedded.Functions.Discovery;

/// <summary>What functions need of the services, checked at start instead of at the first invocation.</summary>
internal static class ServiceRules
{
    public static IEnumerable<string> Problems(IReadOnlyList<FunctionEntry> functions, IServiceProvider services, IChangeFeedSource? source)
    {
        var registered = services.GetRequiredService<IServiceProviderIsService>();
        foreach (var type in functions.Select(f => f.InstanceType).OfType<Type>().Distinct())
        {
            var constructors = type.GetConstructors();
            if (constructors.Any(c => c.GetParameters().All(p => p.HasDefaultValue || registered.IsService(p.ParameterType) || IsKeyed(p))))
                continue;
            var missing = constructors.SelectMany(c => c.GetParameters()).Where(p => !registered.IsService(p.ParameterType)).Select(p => p.ParameterType.Name).Distinct();
            yield return $"Class {type.FullName} cannot be made: no public constructor finds all it needs ({string.Join(", ", missing)}). Register the service, or remove the parameter.";
        }

        if (source is null && functions.FirstOrDefault(f => f.Trigger is CosmosDBTriggerAttribute) is { } feed)
            yield return $"Function '{feed.Name}' reads a change feed, and no {nameof(IChangeFeedSource)} is registered. Register the document store that has one.";
    }

    private static bool IsKeyed(System.Reflection.ParameterInfo parameter) => parameter.IsDefined(typeof(FromKeyedServicesAttribute), inherit: false);
}
