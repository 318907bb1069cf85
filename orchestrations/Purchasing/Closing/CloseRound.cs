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
/// crash stands; one that is older than what the documents tell was overtaken by a restore, stays as evidence, and is followed by one of its own name.
/// While a lot is left, changes nothing.
/// </summary>
public sealed class CloseRound(IDocumentStore store, IBlobStore blobs, Aggregates aggregates, ProtocolReader reader, LotOutcomeDesk outcomes, TimeProvider clock)
{
    /// <summary>The store tells whole seconds, and its clock is another.</summary>
    private static readonly Duration Margin = Duration.FromMinutes(1);

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
        await outcomes.CarryOutAsync(round, lots, now, cancellationToken);
        var (blob, sha256) = await ProtocolAsync(round, lots.Max(lot => lot.Ledger.ChangedAt) ?? now, now, cancellationToken);
        await aggregates.DecideAsync<Round>(
            roundId, "round", new CommandContext(Actor.Platform(nameof(CloseRound)), now),
            current => RoundEnding.Close(current, lots, blob, sha256, now), cancellationToken);
    }

    /// <summary>Name of a round's protocol in <see cref="BlobContainers.Records"/>; the second and later ones are numbered.</summary>
    public static string ProtocolBlobOf(string roundId, int number = 1) => number == 1 ? $"{roundId}/protocol.html" : $"{roundId}/protocol-{number}.html";

    /// <summary>The protocol that was stored since the last change, or a new one.</summary>
    private async Task<(string Blob, string Sha256)> ProtocolAsync(Round round, Instant lastChange, Instant now, CancellationToken cancellationToken)
    {
        for (var number = 1; ; number++)
        {
            var blob = ProtocolBlobOf(round.RoundId, number);
            if (await blobs.FindAsync(BlobContainers.Records, blob, cancellationToken) is not { } stored)
            {
                return (blob, await StoreAsync(blob, await WriteAsync(round, blob, now, cancellationToken), cancellationToken));
            }

            if (stored.CommittedAt + Margin >= lastChange)
            {
                return (blob, await HashAsync(blob, cancellationToken));
            }
        }
    }

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
            return await HashAsync(blob, cancellationToken);
        }
    }

    private async Task<string> HashAsync(string blob, CancellationToken cancellationToken)
    {
        await using var stored = await blobs.OpenReadAsync(BlobContainers.Records, blob, cancellationToken);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stored, cancellationToken));
    }
}
