using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace Samkjop.Tests.Conformance.Backend;

/// <summary>Runs a test once per mode of the backend under test.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EveryBackendAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([.. Backends.Modes.Select(mode => new TheoryDataRow<string>(mode))]);

    public override bool SupportsDiscoveryEnumeration() => true;
}

/// <summary>The row of the measured semantics (or the feature) that a test holds the engine to.</summary>
/// <param name="row">The row's key in <c>semantics-rows.txt</c>.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true)]
public sealed class RowAttribute(string row) : Attribute, ITraitAttribute
{
    public string Row { get; } = row;

    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [new("semantics", Row)];
}
