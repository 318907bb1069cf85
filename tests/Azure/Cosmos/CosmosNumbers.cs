using System.Text.Json;
using System.Text.Json.Nodes;

namespace Samkjop.Tests.Azure.Cosmos;

/// <summary>Numbers as Cosmos DB keeps them: IEEE 754 doubles, so that 100.00 comes back as 100 and more than 15 digits may not come back at all.</summary>
internal static class CosmosNumbers
{
    public static JsonNode? AsKept(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, AsKept(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(AsKept)]),
        not null when node.GetValueKind() is JsonValueKind.Number => JsonValue.Create(node.GetValue<double>()),
        _ => node?.DeepClone(),
    };
}
