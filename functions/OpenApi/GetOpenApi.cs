using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Samkjop.Functions.Http;

namespace Samkjop.Functions.OpenApi;

/// <summary>Serves the contract.</summary>
public static class GetOpenApi
{
    [Function(nameof(GetOpenApi))]
    [OpenToAll("The contract holds nothing secret; suppliers read it before they have a token.")]
    public static IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "openapi.json")] HttpRequest request) =>
        Reply.Ok(OpenApiContract.Document);
}
