using Samkjop.Decisions;

namespace Samkjop.Serialization;

/// <summary>Every event of the domain, by type name (ordinal). The names are wire format; a test freezes the list.</summary>
public static class EventCatalogue
{
    public static IReadOnlyList<Type> Types { get; } =
    [
        .. typeof(DomainEvent).Assembly.GetTypes()
            .Where(t => t is { IsAbstract: false } && t.IsSubclassOf(typeof(DomainEvent)))
            .OrderBy(t => t.Name, StringComparer.Ordinal),
    ];
}
