using Azure.Core;
using Azure.Core.Pipeline;

namespace Samkjop.Tests.Azure.Spring;

/// <summary>Stands between the app and its storage account: nobody listens there while <see cref="Lasts"/>.</summary>
internal sealed class StorageOutage : HttpPipelineSynchronousPolicy
{
    public bool Lasts { get; set; }

    public override void OnSendingRequest(HttpMessage message)
    {
        if (Lasts)
        {
            throw new HttpRequestException(HttpRequestError.ConnectionError, "Connection refused.");
        }
    }
}
