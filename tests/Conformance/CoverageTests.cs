using System.Reflection;
using Samkjop.Tests.Conformance.Backend;

namespace Samkjop.Tests.Conformance;

/// <summary>Every measured behaviour and every feature has its test.</summary>
public sealed class CoverageTests
{
    [Fact]
    public void Every_row_is_held_by_a_test_here_or_in_the_project_that_it_names()
    {
        var rows = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "semantics-rows.txt"))
            .Where(line => line.Length > 0 && line[0] != '#').Select(line => line[..line.IndexOf(':', StringComparison.Ordinal)]).ToArray();
        var here = rows.Where(row => !row.Contains(' ', StringComparison.Ordinal)).ToArray();
        var cited = typeof(CoverageTests).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods().Cast<MemberInfo>().Append(type))
            .SelectMany(member => member.GetCustomAttributes<RowAttribute>()).Select(attribute => attribute.Row)
            .Distinct(StringComparer.Ordinal).ToArray();
        Assert.Empty(here.Except(cited, StringComparer.Ordinal));
        Assert.Empty(cited.Except(here, StringComparer.Ordinal));
    }
}
