using Samkjop.Health;
using Samkjop.Ports;

namespace Samkjop.Functions.Health.Parts;

/// <summary>The document store answers.</summary>
internal sealed class DocumentStorePart(IDocumentStore store) : IPlatformPart
{
    public string Name => "documentStore";

    public string Consequence => "requests get 503 until it does, and nothing is lost. Check the database and the app's access to it";

    public async Task<PartFinding> LookAsync(CancellationToken cancellationToken)
    {
        await store.FindAsync<SweepReport>(SweepReport.TheId, "probe", cancellationToken);
        return PartFinding.Fine();
    }
}

/// <summary>The blob store answers.</summary>
internal sealed class BlobStorePart(IBlobStore blobs) : IPlatformPart
{
    public string Name => "blobStore";

    public string Consequence => "uploads, openings and protocols wait until it does; an outage on our side can extend a bid window, before opening. Check the storage and the app's access to it";

    public async Task<PartFinding> LookAsync(CancellationToken cancellationToken)
    {
        await blobs.FindAsync(BlobContainers.Records, "health/probe", cancellationToken);
        return PartFinding.Fine();
    }
}

/// <summary>The secret store answers.</summary>
internal sealed class SecretsPart(ISecretStore secrets) : IPlatformPart
{
    public string Name => "secrets";

    public string Consequence => "webhooks get 503 until it does, and their senders try again. Check the vault and the app's access to it";

    public async Task<PartFinding> LookAsync(CancellationToken cancellationToken)
    {
        await secrets.FindAsync("health-probe", cancellationToken);
        return PartFinding.Fine();
    }
}
