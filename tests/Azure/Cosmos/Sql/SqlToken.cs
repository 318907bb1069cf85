namespace Samkjop.Tests.Azure.Cosmos.Sql;

internal enum SqlTokenKind
{
    Word,
    Parameter,
    Text,
    Number,
    Symbol,
    End,
}

internal readonly record struct SqlToken(SqlTokenKind Kind, string Text)
{
    public bool Is(string text) => Kind is SqlTokenKind.Word or SqlTokenKind.Symbol && string.Equals(Text, text, StringComparison.OrdinalIgnoreCase);
}
