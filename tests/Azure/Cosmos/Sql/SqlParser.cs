using System.Globalization;
using System.Text.Json.Nodes;

namespace Samkjop.Tests.Azure.Cosmos.Sql;

/// <summary>Reads <c>SELECT … FROM c WHERE … ORDER BY …</c>, as the adapter writes it and as the SDK rewrites it for several partitions.</summary>
internal sealed class SqlParser
{
    private readonly IReadOnlyList<SqlToken> _tokens;
    private readonly IReadOnlyDictionary<string, JsonNode?> _parameters;
    private int _at;

    private SqlParser(IReadOnlyList<SqlToken> tokens, IReadOnlyDictionary<string, JsonNode?> parameters) => (_tokens, _parameters) = (tokens, parameters);

    private SqlToken Next => _tokens[_at];

    /// <exception cref="SqlException">It is none that the double understands.</exception>
    public static SqlQuery Parse(string sql, IReadOnlyDictionary<string, JsonNode?> parameters) => new SqlParser(SqlTokens.Of(sql), parameters).Query();

    private SqlQuery Query()
    {
        Take("SELECT");
        int? top = Took("TOP") ? int.Parse(TakeAny(SqlTokenKind.Number), CultureInfo.InvariantCulture) : null;
        var columns = Took("*") ? null : Separated(Column);
        Take("FROM");
        Take("c");
        var where = Took("WHERE") ? Or() : null;
        IReadOnlyList<SqlOrder> order = [];
        if (Took("ORDER"))
        {
            Take("BY");
            order = Separated(Order);
        }

        return Next.Kind is SqlTokenKind.End ? new SqlQuery(columns, top, where, order) : throw Unexpected();
    }

    private (string Name, SqlExpression Value) Column()
    {
        var value = Primary();
        return Took("AS") ? (TakeAny(SqlTokenKind.Word), value)
            : value is SqlExpression.Path { Names: [.., var last] } ? (last, value)
            : throw Unexpected();
    }

    private SqlOrder Order()
    {
        var path = Primary() as SqlExpression.Path ?? throw Unexpected();
        return new SqlOrder(path, Took("DESC") || (Took("ASC") && false));
    }

    private SqlExpression Or()
    {
        var left = And();
        return Took("OR") ? new SqlExpression.Or(left, Or()) : left;
    }

    private SqlExpression And()
    {
        var left = Not();
        return Took("AND") ? new SqlExpression.And(left, And()) : left;
    }

    private SqlExpression Not() => Took("NOT") ? new SqlExpression.Not(Not()) : Comparison();

    private SqlExpression Comparison()
    {
        var left = Primary();
        foreach (var symbol in new[] { "=", "!=", "<>", "<=", ">=", "<", ">" })
        {
            if (Took(symbol))
            {
                return new SqlExpression.Compare(symbol, left, Primary());
            }
        }

        return left;
    }

    private SqlExpression Primary()
    {
        var token = Next;
        _at++;
        return token switch
        {
            { Kind: SqlTokenKind.Text } => new SqlExpression.Constant(JsonValue.Create(token.Text)),
            { Kind: SqlTokenKind.Number } => new SqlExpression.Constant(JsonValue.Create(double.Parse(token.Text, CultureInfo.InvariantCulture))),
            { Kind: SqlTokenKind.Parameter } => new SqlExpression.Constant(
                _parameters.TryGetValue(token.Text, out var value) ? value : throw new SqlException($"The parameter {token.Text} has no value.")),
            _ when token.Is("true") => new SqlExpression.Constant(JsonValue.Create(true)),
            _ when token.Is("false") => new SqlExpression.Constant(JsonValue.Create(false)),
            _ when token.Is("null") => new SqlExpression.Constant(null),
            _ when token.Is("IS_DEFINED") => Enclosed("(", ")", () => new SqlExpression.IsDefined(Primary())),
            _ when token.Is("c") => Path(),
            _ when token.Is("(") => Closed(")", Or),
            _ when token.Is("[") => Closed("]", () => new SqlExpression.Items(Separated(Primary))),
            _ when token.Is("{") => Closed("}", () => new SqlExpression.Members(Separated(Member))),
            _ => throw Unexpected(-1),
        };
    }

    private SqlExpression.Path Path()
    {
        List<string> names = [];
        while (true)
        {
            if (Took("."))
            {
                names.Add(TakeAny(SqlTokenKind.Word));
            }
            else if (Took("["))
            {
                names.Add(TakeAny(SqlTokenKind.Text));
                Take("]");
            }
            else
            {
                return new SqlExpression.Path(names);
            }
        }
    }

    private (string Name, SqlExpression Value) Member()
    {
        var name = TakeAny(SqlTokenKind.Text);
        Take(":");
        return (name, Primary());
    }

    private List<T> Separated<T>(Func<T> one)
    {
        List<T> all = [one()];
        while (Took(","))
        {
            all.Add(one());
        }

        return all;
    }

    private T Enclosed<T>(string open, string close, Func<T> inner)
    {
        Take(open);
        return Closed(close, inner);
    }

    private T Closed<T>(string close, Func<T> inner)
    {
        var value = inner();
        Take(close);
        return value;
    }

    private bool Took(string text)
    {
        var found = Next.Is(text);
        _at += found ? 1 : 0;
        return found;
    }

    private void Take(string text)
    {
        if (!Took(text))
        {
            throw Unexpected();
        }
    }

    private string TakeAny(SqlTokenKind kind) => Next.Kind == kind ? _tokens[_at++].Text : throw Unexpected();

    private SqlException Unexpected(int offset = 0) => new($"Syntax error at '{_tokens[_at + offset].Text}'.");
}
