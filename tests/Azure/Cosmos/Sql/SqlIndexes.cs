using Samkjop.Azure;

namespace Samkjop.Tests.Azure.Cosmos.Sql;

/// <summary>
/// Holds a statement to the container's indexes. An ORDER BY of several paths without its composite index is refused by the service too; a condition on
/// what is not indexed the service would answer by reading everything, which the double does not let pass.
/// </summary>
internal static class SqlIndexes
{
    private static readonly string[] AlwaysIndexed = ["/id", "/_rid", "/_ts"];

    /// <exception cref="SqlException">An index is missing.</exception>
    public static void Require(CosmosContainer container, SqlQuery query)
    {
        var missing = PathsOf(query.Where).Concat(query.OrderBy.Select(order => order.Path)).Select(TextOf).FirstOrDefault(path => !IsIndexed(container, path));
        if (missing is not null)
        {
            throw new SqlException($"'{missing}' of '{container.Name}' is not indexed.");
        }

        if (query.OrderBy.Count > 1 && !HasComposite(container, query.OrderBy))
        {
            throw new SqlException("The order by query does not have a corresponding composite index that it can be served from.");
        }
    }

    private static bool IsIndexed(CosmosContainer container, string path) =>
        AlwaysIndexed.Contains(path) || container.IncludedPaths.Contains("/*") || container.IncludedPaths.Contains($"{path}/?");

    private static bool HasComposite(CosmosContainer container, IReadOnlyList<SqlOrder> order) =>
        order.All(one => one.Descending == order[0].Descending)
        && container.CompositeIndexes.Any(index => index.SequenceEqual(order.Select(one => TextOf(one.Path)), StringComparer.Ordinal));

    private static string TextOf(SqlExpression.Path path) => string.Concat(path.Names.Select(name => $"/{name}"));

    private static IEnumerable<SqlExpression.Path> PathsOf(SqlExpression? expression) => expression switch
    {
        SqlExpression.Path path => [path],
        SqlExpression.And and => PathsOf(and.Left).Concat(PathsOf(and.Right)),
        SqlExpression.Or or => PathsOf(or.Left).Concat(PathsOf(or.Right)),
        SqlExpression.Not not => PathsOf(not.Operand),
        SqlExpression.IsDefined defined => PathsOf(defined.Operand),
        SqlExpression.Compare compare => PathsOf(compare.Left).Concat(PathsOf(compare.Right)),
        _ => [],
    };
}
