using Microsoft.AspNetCore.Http;

namespace Samkjop.Functions.Http;

/// <summary>The body of a request that says everything by its address: nothing, or an empty object.</summary>
public sealed record EmptyBody
{
    /// <summary>Reads the body of such a request.</summary>
    /// <exception cref="ProblemException">400 when it says something, 413, 415.</exception>
    public static async Task ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var body = await request.ReadRawBodyAsync(cancellationToken);
        if (body.Length > 0)
        {
            _ = await request.ReadBodyAsync<EmptyBody>(cancellationToken);
        }
    }
}
