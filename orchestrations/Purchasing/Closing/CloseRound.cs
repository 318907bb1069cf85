using System.Security.Cryptography;
using System.Text;
using Microsoft.Azure.Functions.Worker;
using NodaTime;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Awards;
using Samkjop.Purchasing.Protocol;
using Samkjop.State;

namespace Samkjop.Orchestrations.Purchasing;

/// <summary>
/// Closes a round whose lots have all ended: stores its protocol, then sets it closed with the protocol's hash. A protocol that was stored before a
/// crash stands. While a lot is left, changes nothing.
/// </summary>
public sealed class CloseRound(IDocumentStore store, IBlobStore blobs, Aggregates aggregates, ProtocolReader reader, TimeProvider clock)
{
    [Function(nameof(CloseRound))]
    public async Task RunAsync([ActivityTrigger] string roundId, CancellationToken cancellationToken)
    {
        var round = await store.RequiredRoundAsync(roundId, cancellationToken);
        var lots = await store.LotsAsync(roundId, cancellationToken);
        if (!RoundEnding.MayClose(round, lots))
        {
            return;
        }

        var now = clock.Now();
        var blob = ProtocolBlobOf(roundId);
        var sha256 = await StoreAsync(blob, await WriteAsync(round, blob, now, cancellationToken), cancellationToken);
        await aggregates.DecideAsync<Round>(
            roundId, "round", new CommandContext(Actor.Platform(nameof(CloseRound)), now),
            current => RoundEnding.Close(current, lots, blob, sha256, now), cancellationToken);
    }

    /// <summary>Name of a round's protocol in <see cref="BlobContainers.Records"/>.</summary>
    public static string ProtocolBlobOf(string roundId) => $"{roundId}/protocol.html";

    private async Task<byte[]> WriteAsync(Round round, string blob, Instant now, CancellationToken cancellationToken)
    {
        var closed = round with { Phase = RoundPhase.Closed, Closing = new RoundClosing(now, blob) };
        var model = ProtocolBuilder.Build(await reader.ReadAsync(closed, now, cancellationToken));
        return Encoding.UTF8.GetBytes(ProtocolHtml.Render(model).ToString());
    }

    private async Task<string> StoreAsync(string blob, byte[] page, CancellationToken cancellationToken)
    {
        try
        {
            await blobs.CreateAsync(BlobContainers.Records, blob, page, "text/html; charset=utf-8", cancellationToken);
            return Convert.ToHexStringLower(SHA256.HashData(page));
        }
        catch (BlobExistsException)
        {
            await using var stored = await blobs.OpenReadAsync(BlobContainers.Records, blob, cancellationToken);
            return Convert.ToHexStringLower(await SHA256.HashDataAsync(stored, cancellationToken));
        }
    }
}
