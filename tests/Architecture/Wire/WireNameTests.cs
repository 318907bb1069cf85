namespace Samkjop.Tests.Architecture.Wire;

/// <summary>
/// Names of functions, orchestrators, activities, signals, events, document kinds and roles are persisted or sent. The list may grow;
/// nothing on it is renamed or removed.
/// </summary>
public sealed class WireNameTests
{
    private const string File = "tests/Architecture/wire-names.txt";

    private static IReadOnlyList<string> Frozen { get; } =
        [.. System.IO.File.ReadAllLines(Repository.PathOf(File)).Where(line => line.Length > 0 && line[0] != '#')];

    [Fact]
    public void No_frozen_name_has_gone()
    {
        var gone = Frozen.Except(WireNames.Current, StringComparer.Ordinal).ToArray();
        Assert.True(gone.Length == 0,
            $"Documents and histories in the world still carry these names, and would no longer be read or replayed. Keep the old name (a renamed type can keep it as a constant), or migrate what is stored and say so in the commit that takes the line out of {File}:\n\n{string.Join("\n", gone)}");
    }

    [Fact]
    public void Every_name_is_frozen()
    {
        var fresh = WireNames.Current.Except(Frozen, StringComparer.Ordinal).ToArray();
        Assert.True(fresh.Length == 0,
            $"New names, which nobody will be able to change once released. If they are right (domain.md's terms, imperative for functions, past tense for events), add these lines to {File}:\n\n{string.Join("\n", fresh)}");
    }

    [Fact]
    public void The_list_is_sorted_and_has_no_doubles() =>
        Assert.Equal(Frozen.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), Frozen);
}
