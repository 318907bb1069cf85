namespace Samkjop.Tests.Azure.Cosmos.Sql;

/// <summary>A statement that the double does not understand, or that Cosmos DB would refuse: 400.</summary>
internal sealed class SqlException(string message) : Exception(message);
