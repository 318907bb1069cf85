namespace Samkjop.Azure;

/// <summary>A call to the document store, by the names of OpenTelemetry's conventions for Cosmos DB.</summary>
/// <param name="Name"><c>db.operation.name</c>.</param>
/// <param name="Container">The container.</param>
/// <param name="Writes">Whether a lost answer leaves a doubt.</param>
internal readonly record struct CosmosOperation(string Name, string Container, bool Writes)
{
    public static CosmosOperation Read(string container) => new("read_item", container, Writes: false);

    public static CosmosOperation Query(string container) => new("query_items", container, Writes: false);

    public static CosmosOperation Create(string container) => new("create_item", container, Writes: true);

    public static CosmosOperation Replace(string container) => new("replace_item", container, Writes: true);

    public static CosmosOperation Delete(string container) => new("delete_item", container, Writes: true);
}
