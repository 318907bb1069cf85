namespace Samkjop.Tests.Azure.Cosmos.Sql;

/// <param name="Columns">What each row is made of; null for the document itself.</param>
/// <param name="Top">The most rows; null for all.</param>
/// <param name="Where">Which documents.</param>
/// <param name="OrderBy">In which order; empty for the order of resource ids.</param>
internal sealed record SqlQuery(
    IReadOnlyList<(string Name, SqlExpression Value)>? Columns, int? Top, SqlExpression? Where, IReadOnlyList<SqlOrder> OrderBy);

/// <param name="Path">The property.</param>
/// <param name="Descending">From the last to the first.</param>
internal sealed record SqlOrder(SqlExpression.Path Path, bool Descending);
