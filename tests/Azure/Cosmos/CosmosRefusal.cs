using System.Net;

namespace Samkjop.Tests.Azure.Cosmos;

/// <summary>An answer that is no success.</summary>
internal sealed class CosmosRefusal(HttpStatusCode status, string message, int substatus = 0) : Exception(message)
{
    public HttpStatusCode Status => status;

    public int Substatus => substatus;

    public static CosmosRefusal NotFound() => new(HttpStatusCode.NotFound, "Entity with the specified id does not exist in the system.");

    public static CosmosRefusal NoSuchContainer() => new(HttpStatusCode.NotFound, "Owner resource does not exist.", 1003);

    public static CosmosRefusal Unsupported(string what) => new(HttpStatusCode.BadRequest, $"The double does not do this: {what}.");
}
