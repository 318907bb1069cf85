using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using NodaTime;
using Samkjop.Audit;
using Samkjop.Decisions;

namespace Samkjop.Tests.Host.Golden;

/// <summary>Samples with every property filled, the same each time: texts with the property's name, one element in each list, the last value of each enum.</summary>
internal static class Filled
{
    private static readonly Dictionary<Type, object> Values = new()
    {
        [typeof(bool)] = true,
        [typeof(int)] = 7,
        [typeof(long)] = 8L,
        [typeof(decimal)] = 9.5m,
        [typeof(double)] = 0.25,
        [typeof(Instant)] = Instant.FromUtc(2021, 5, 3, 10, 30, 15),
        [typeof(LocalDate)] = new LocalDate(2021, 5, 31),
        [typeof(LocalTime)] = new LocalTime(12, 0),
        [typeof(LocalDateTime)] = new LocalDateTime(2021, 5, 31, 12, 0),
        [typeof(Duration)] = Duration.FromHours(36),
        [typeof(TimeSpan)] = TimeSpan.FromHours(36),
        [typeof(JsonElement)] = JsonDocument.Parse("""{"sample":true}""").RootElement,
    };

    public static T Of<T>() => (T)Of(typeof(T));

    public static object Of(Type type) => Value(type, "sample");

    private static object Value(Type type, string name)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (Values.TryGetValue(type, out var known))
        {
            return known;
        }

        return type switch
        {
            _ when type == typeof(string) => name,
            { IsEnum: true } => Enum.GetValues(type).GetValue(Enum.GetValues(type).Length - 1)!,
            _ when type == typeof(DomainEvent) => Record(typeof(AttemptRefused)),
            { IsGenericType: true } => Collection(type, name),
            { IsAbstract: true } => Of(type.Assembly.GetTypes().Where(t => !t.IsAbstract && t.IsSubclassOf(type)).MinBy(t => t.Name, StringComparer.Ordinal)
                ?? throw new NotSupportedException($"{type} has no case to fill; teach {nameof(Filled)}.")),
            _ => Record(type),
        };
    }

    private static object Collection(Type type, string name)
    {
        var arguments = type.GetGenericArguments();
        var item = Value(arguments[^1], name);
        if (arguments.Length == 2)
        {
            return Call(typeof(ImmutableSortedDictionary), nameof(ImmutableSortedDictionary.CreateRange), arguments, Array(
                typeof(KeyValuePair<,>).MakeGenericType(arguments), Activator.CreateInstance(typeof(KeyValuePair<,>).MakeGenericType(arguments), Value(arguments[0], name), item)!)) is var map
                && type.IsInstanceOfType(map) ? map : throw new NotSupportedException($"{type}: teach {nameof(Filled)}.");
        }

        var factory = type.Name.StartsWith("ImmutableHashSet", StringComparison.Ordinal) ? typeof(ImmutableHashSet)
            : type.Name.StartsWith("ImmutableSortedSet", StringComparison.Ordinal) ? typeof(ImmutableSortedSet)
            : typeof(ImmutableArray);
        return Call(factory, "CreateRange", arguments, Array(arguments[0], item));
    }

    private static Array Array(Type type, object item)
    {
        var array = System.Array.CreateInstance(type, 1);
        array.SetValue(item, 0);
        return array;
    }

    private static object Call(Type factory, string method, Type[] arguments, Array items) => factory.GetMethods()
        .Single(m => m.Name == method && m.GetParameters() is [{ ParameterType: { IsGenericType: true } p }] && p.GetGenericTypeDefinition() == typeof(IEnumerable<>)
            && m.GetGenericArguments().Length == arguments.Length)
        .MakeGenericMethod(arguments)
        .Invoke(null, [items])!;

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private static object Record(Type type)
    {
        var constructor = type.GetConstructors().Where(c => c.GetParameters() is not [{ ParameterType: var only }] || only != type)
            .MaxBy(c => c.GetParameters().Length) ?? throw new NotSupportedException($"{type} cannot be made; teach {nameof(Filled)}.");
        var parameters = constructor.GetParameters();
        var made = constructor.Invoke([.. parameters.Select(p => Value(p.ParameterType, Camel(p.Name!)))]);
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p =>
            p.SetMethod is { IsPublic: true } && p.GetIndexParameters().Length == 0 && parameters.All(c => !string.Equals(c.Name, p.Name, StringComparison.OrdinalIgnoreCase))))
        {
            property.SetValue(made, Value(property.PropertyType, Camel(property.Name)));
        }

        return made;
    }
}
