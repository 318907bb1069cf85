namespace Samkjop.Tests.Azure.Cosmos;

/// <summary>A request that the server has answered.</summary>
/// <param name="Operation">
/// <c>read_item</c>, <c>query_items</c>, <c>create_item</c>, <c>replace_item</c>, <c>delete_item</c>, <c>read_feed</c> (the change feed),
/// or <c>metadata</c>, which nobody is charged for.
/// </param>
/// <param name="Container">Empty for the account's.</param>
/// <param name="Status">The answer.</param>
/// <param name="RequestUnits">The charge.</param>
/// <param name="Sql">The statement of a query.</param>
public sealed record CosmosRequest(string Operation, string Container, int Status, double RequestUnits, string? Sql = null);
