namespace Samkjop.Azure;

/// <summary>
/// Keeps the SDK from sending a write again of which nobody knows whether it was carried out. It does so by itself whenever the connection breaks; the
/// second attempt then meets its own work, and a create that succeeded is told as one that came too late. A write that never left is sent again, and
/// so is every read.
/// </summary>
internal sealed class DoubtfulWrites(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await base.SendAsync(request, cancellationToken);
        }
        catch (HttpRequestException exception) when (Writes(request) && MayHaveLeft(exception))
        {
            throw new AnswerLostException(exception);
        }
    }

    /// <summary>A query is a POST too, and says so.</summary>
    private static bool Writes(HttpRequestMessage request) => request.Method != HttpMethod.Get && !request.Headers.Contains("x-ms-documentdb-isquery")
        && !request.Headers.Contains("x-ms-documentdb-query");

    private static bool MayHaveLeft(HttpRequestException exception) => exception.HttpRequestError is not
        (HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError);
}
