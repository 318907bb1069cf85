namespace Samkjop.Tests.Architecture.Parity;

/// <summary>Holds declared types against listed ones: a subset in members and interfaces, otherwise the same to the letter.</summary>
/// <remarks>
/// One oddity of the lists is left as it is: an unconstrained type parameter inside another type is written <c>Task&lt;TResult?&gt;</c> in one
/// overload of CallActivityAsync and <c>Task&lt;TResult&gt;</c> in the next, though both are <c>Task&lt;TResult&gt;</c> in the sources.
/// NullabilityInfoContext looks for a missing annotation on the declaring type and not on the method; both sides are read by it, so the
/// same signature gives the same mark, and nothing needs to be normalised.
/// </remarks>
internal static class ApiParity
{
    public static IEnumerable<string> Differences(IEnumerable<Type> declared, ILookup<string, ApiType> listed) =>
        declared.Select(ApiRenderer.Render).SelectMany(ours => Differences(ours, [.. listed[ours.Key]]));

    private static IEnumerable<string> Differences(ApiType ours, IReadOnlyList<ApiType> rows)
    {
        if (rows.Count == 0)
        {
            yield return $"{ours.Header}\n  is not in tests/Architecture/azure-api: the real packages have no such public type, or its rows were not copied.";
            yield break;
        }

        if (!rows.Any(row => SameHeader(ours, row)))
            yield return $"{ours.Header}\n  differs from the list: {rows[0].Header}";
        var members = rows.SelectMany(row => row.Members).ToArray();
        var known = members.ToHashSet(StringComparer.Ordinal);
        foreach (var line in ours.Members.Where(line => !known.Contains(line)))
            yield return $"{ours.Key}\n  ours:    {line}\n  closest: {Closest(line, members)}";
    }

    private static bool SameHeader(ApiType ours, ApiType row) =>
        ours.Declaration == row.Declaration
        && ours.Usage == row.Usage
        && ours.Bases.Where(b => !IsInterface(b)).SequenceEqual(row.Bases.Where(b => !IsInterface(b)), StringComparer.Ordinal)
        && ours.Bases.Where(IsInterface).All(row.Bases.Contains);

    private static bool IsInterface(string name) => name.Length > 1 && name[0] == 'I' && char.IsUpper(name[1]);

    private static string Closest(string line, string[] candidates) =>
        candidates.Length == 0 ? "(the list has no members for it)" : candidates.MinBy(candidate => Distance(line, candidate))!;

    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[^1];
    }
}
