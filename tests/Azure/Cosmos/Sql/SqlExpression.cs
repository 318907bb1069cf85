using System.Text.Json.Nodes;

namespace Samkjop.Tests.Azure.Cosmos.Sql;

/// <summary>An expression over one document. What is not there is undefined, which no comparison holds for.</summary>
internal abstract record SqlExpression
{
    public sealed record Constant(JsonNode? Value) : SqlExpression;

    /// <summary>Names below the alias; none is the document itself.</summary>
    public sealed record Path(IReadOnlyList<string> Names) : SqlExpression;

    public sealed record Compare(string Operator, SqlExpression Left, SqlExpression Right) : SqlExpression;

    public sealed record And(SqlExpression Left, SqlExpression Right) : SqlExpression;

    public sealed record Or(SqlExpression Left, SqlExpression Right) : SqlExpression;

    public sealed record Not(SqlExpression Operand) : SqlExpression;

    public sealed record IsDefined(SqlExpression Operand) : SqlExpression;

    public sealed record Items(IReadOnlyList<SqlExpression> Values) : SqlExpression;

    public sealed record Members(IReadOnlyList<(string Name, SqlExpression Value)> Values) : SqlExpression;
}
