using System.Text.Json;
using System.Text.RegularExpressions;

namespace Samkjop.Tests.Azure.Cosmos.Sql;

/// <summary>Cuts a statement into words, parameters, literals and symbols.</summary>
internal static partial class SqlTokens
{
    public static IReadOnlyList<SqlToken> Of(string sql)
    {
        List<SqlToken> tokens = [];
        var at = 0;
        while (at < sql.Length)
        {
            var match = Token().Match(sql, at);
            if (!match.Success || match.Index != at)
            {
                throw new SqlException($"Syntax error near '{sql[at..Math.Min(sql.Length, at + 20)]}'.");
            }

            at += match.Length;
            foreach (var kind in Enum.GetValues<SqlTokenKind>())
            {
                if (match.Groups[kind.ToString()] is { Success: true, Value: var text })
                {
                    tokens.Add(new SqlToken(kind, kind is SqlTokenKind.Text ? Unquote(text) : text));
                }
            }
        }

        tokens.Add(new SqlToken(SqlTokenKind.End, ""));
        return tokens;
    }

    private static string Unquote(string quoted) =>
        JsonSerializer.Deserialize<string>(quoted[0] == '"' ? quoted : $"\"{quoted[1..^1].Replace("\"", "\\\"", StringComparison.Ordinal)}\"")!;

    [GeneratedRegex(
        """\G(?:\s+|(?<Word>[A-Za-z_][A-Za-z0-9_]*)|(?<Parameter>@[A-Za-z0-9_]+)|(?<Text>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(?<Number>-?[0-9]+(?:\.[0-9]+)?)|(?<Symbol><=|>=|!=|<>|[=<>(){}\[\],.:*]))""",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Token();
}
