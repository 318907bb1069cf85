using System.Text.Json;
using System.Text.Json.Nodes;

namespace Samkjop.Tests.Azure.Cosmos.Sql;

/// <summary>
/// Values of expressions. Numbers, strings and booleans compare with their own kind only; strings by code points. Anything else is undefined, and a
/// document for which the condition is not true is left out.
/// </summary>
internal static class SqlEvaluation
{
    public static bool Holds(SqlExpression? condition, JsonObject document) => condition is null || Truth(condition, document) is true;

    /// <summary>The row of a document; what is undefined is left out of it.</summary>
    public static JsonNode Row(IReadOnlyList<(string Name, SqlExpression Value)>? columns, JsonObject document) =>
        columns is null ? document.DeepClone() : Object(columns, document);

    public static (bool Defined, JsonNode? Value) Value(SqlExpression expression, JsonObject document) => expression switch
    {
        SqlExpression.Constant constant => (true, constant.Value),
        SqlExpression.Path path => At(path.Names, document),
        SqlExpression.Items items => (true, new JsonArray([.. items.Values.Select(value => Value(value, document)).Where(v => v.Defined).Select(v => v.Value?.DeepClone())])),
        SqlExpression.Members members => (true, Object(members.Values, document)),
        _ => Truth(expression, document) is { } truth ? (true, JsonValue.Create(truth)) : (false, null),
    };

    /// <summary>The order of two strings as UTF-8 has it, which is that of their code points.</summary>
    public static int Order(JsonNode? left, JsonNode? right) => (KindOf(left), KindOf(right)) switch
    {
        (JsonValueKind.String, JsonValueKind.String) => Bytes(left!).AsSpan().SequenceCompareTo(Bytes(right!)),
        (JsonValueKind.Number, JsonValueKind.Number) => left!.GetValue<double>().CompareTo(right!.GetValue<double>()),
        var (one, other) => one.CompareTo(other),
    };

    private static byte[] Bytes(JsonNode text) => System.Text.Encoding.UTF8.GetBytes(text.GetValue<string>());

    private static bool? Truth(SqlExpression expression, JsonObject document) => expression switch
    {
        SqlExpression.And and => (Truth(and.Left, document), Truth(and.Right, document)) switch
        {
            (false, _) or (_, false) => false,
            (true, true) => true,
            _ => null,
        },
        SqlExpression.Or or => (Truth(or.Left, document), Truth(or.Right, document)) switch
        {
            (true, _) or (_, true) => true,
            (false, false) => false,
            _ => null,
        },
        SqlExpression.Not not => !Truth(not.Operand, document),
        SqlExpression.IsDefined defined => Value(defined.Operand, document).Defined,
        SqlExpression.Compare compare => Compared(compare, document),
        SqlExpression.Constant { Value: { } value } when KindOf(value) is JsonValueKind.True or JsonValueKind.False => value.GetValue<bool>(),
        _ => null,
    };

    private static bool? Compared(SqlExpression.Compare compare, JsonObject document)
    {
        var (left, right) = (Value(compare.Left, document), Value(compare.Right, document));
        if (!left.Defined || !right.Defined || KindOf(left.Value) != KindOf(right.Value))
        {
            return null;
        }

        var order = Order(left.Value, right.Value);
        return compare.Operator switch
        {
            "=" => order == 0,
            "<" => order < 0,
            ">" => order > 0,
            "<=" => order <= 0,
            ">=" => order >= 0,
            _ => order != 0,
        };
    }

    private static (bool Defined, JsonNode? Value) At(IReadOnlyList<string> names, JsonObject document)
    {
        JsonNode? at = document;
        foreach (var name in names)
        {
            if (at is not JsonObject parent || !parent.TryGetPropertyValue(name, out at))
            {
                return (false, null);
            }
        }

        return (true, at);
    }

    private static JsonObject Object(IReadOnlyList<(string Name, SqlExpression Value)> members, JsonObject document)
    {
        var row = new JsonObject();
        foreach (var (name, value) in members)
        {
            if (Value(value, document) is (true, var found))
            {
                row[name] = found?.DeepClone();
            }
        }

        return row;
    }

    private static JsonValueKind KindOf(JsonNode? node) => node?.GetValueKind() ?? JsonValueKind.Null;
}
