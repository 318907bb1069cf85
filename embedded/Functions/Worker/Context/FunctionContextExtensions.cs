using Microsoft.AspNetCore.Http;
using Samkjop.Embedded.Functions.Http;

namespace Microsoft.Azure.Functions.Worker;

public static class FunctionContextExtensions
{
    /// <summary>The request that the function answers; null for every other trigger.</summary>
    public static HttpContext? GetHttpContext(this FunctionContext context) =>
        context.Items.TryGetValue(HttpFunctions.HttpContextKey, out var value) ? value as HttpContext : null;
}
