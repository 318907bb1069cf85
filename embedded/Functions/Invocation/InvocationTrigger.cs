using System.Collections.Frozen;

namespace Samkjop.Embedded.Functions.Invocation;

/// <summary>What started an invocation: the trigger's value, what it tells beside it, and which try this is (0 first).</summary>
internal sealed record InvocationTrigger(object? Value, IReadOnlyDictionary<string, object?> BindingData, int Attempt = 0)
{
    public static readonly IReadOnlyDictionary<string, object?> NoData = FrozenDictionary<string, object?>.Empty;
}
