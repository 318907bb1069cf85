using Azure.Core;
using Azure.Core.Pipeline;

namespace Samkjop.Tests.Azure.Azurite;

/// <summary>
/// Tells Azurite the time of a clock with each request of an SDK client; <c>start.cjs</c> serves the request at that instant, so that creation times,
/// Last-Modified and the life of signatures are all in virtual time.
/// </summary>
public sealed class VirtualTimePolicy(TimeProvider clock) : HttpPipelineSynchronousPolicy
{
    internal const string Header = "x-samkjop-now";

    internal static string Now(TimeProvider clock) => clock.GetUtcNow().ToUniversalTime().ToString("O");

    public override void OnSendingRequest(HttpMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        message.Request.Headers.SetValue(Header, Now(clock));
    }
}

/// <summary>The same for plain HTTP, such as uploads with a ticket.</summary>
public sealed class VirtualTimeHandler(TimeProvider clock, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.Headers.Remove(VirtualTimePolicy.Header);
        request.Headers.Add(VirtualTimePolicy.Header, VirtualTimePolicy.Now(clock));
        return base.SendAsync(request, cancellationToken);
    }
}
