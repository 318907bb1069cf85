using Microsoft.DurableTask.Client;
using NodaTime;
using Samkjop.Audit;
using Samkjop.Orchestrations.Purchasing;
using Samkjop.Purchasing;
using Samkjop.State;
using Samkjop.Tests.Host.Rounds;

namespace Samkjop.Tests.Host.Restores;

/// <summary>
/// The drill for documents that are put back to a point in time T, while blobs, queues, timers and, if it is kept, the task hub are later. After one
/// hour people send again, under the same keys, what they had sent after T.
/// </summary>
public sealed class RestoredDocumentsTests
{
    private static readonly Lazy<Task<string>> Undisturbed = new(() => WholeRound.PlayAsync());

    [Theory]
    [InlineData(7, 8, false, "one bid is in, another was begun, announced and uploaded after T")]
    [InlineData(7, 8, true, "the same, and the task hub is new")]
    [InlineData(6, 8, false, "no bid is in, two were uploaded after T")]
    [InlineData(8, 11, false, "the window closed and the bids were opened after T")]
    [InlineData(8, 11, true, "the same, and the task hub is new")]
    [InlineData(11, 13, false, "lots were ranked, proposed and awarded after T")]
    [InlineData(12, 13, true, "lots were awarded after T, and the task hub is new")]
    [InlineData(12, 13, false, "the same, and the task hub is kept")]
    [InlineData(13, 14, false, "the standstill ended after T")]
    [InlineData(13, 15, false, "the standstill ended, contracts were signed and orders placed after T")]
    [InlineData(15, 17, false, "orders were delivered and accepted, and the round closed after T")]
    [InlineData(15, 17, true, "the same, and the task hub is new")]
    [InlineData(16, 18, false, "the same, two days later")]
    public async Task What_is_sent_again_comes_to_the_same_outcome(int restoredTo, int lostAfter, bool newTaskHub, string story)
    {
        await using var round = await SpringRound.PlannedAsync();
        var steps = WholeRound.Steps(round).ToList();
        var (keys, phase) = (0, "");
        for (var step = 0; step <= lostAfter; step++)
        {
            await TakeAsync(round, steps[step]);
            if (step == restoredTo)
            {
                (keys, phase) = (round.App.KeysUsed, await round.PhaseAsync());
                await round.RestartAsync(whileStopped: StateFile.KeepDocuments);
            }
        }

        var receipts = await ReceiptsAsync(round);
        await round.RestartAsync(whileStopped: folder =>
        {
            StateFile.RestoreDocuments(folder);
            if (newTaskHub)
            {
                StateFile.LoseTaskHub(folder);
            }
        });
        Assert.Equal(phase, await round.PhaseAsync());
        await round.App.AdvanceAsync(Duration.FromHours(1));

        round.App.KeysUsed = keys;
        foreach (var step in steps.Skip(restoredTo + 1))
        {
            await TakeAsync(round, step);
        }

        Assert.Equal((story, Comparable(await Undisturbed.Value)), (story, Comparable(await WholeRound.OutcomeAsync(round))));
        Assert.Equal(restoredTo >= 15, (await round.App.Store.FindAsync<Round>("2021-1", "round"))!.Document.Closing!.ProtocolBlob == CloseRound.ProtocolBlobOf("2021-1", 2));
        Assert.Empty(receipts.Except(await ReceiptsAsync(round)));
        await AssertAuditIsWholeAsync(round);
        await AssertNothingFailedAsync(round);
    }

    private static async Task TakeAsync(SpringRound round, Func<Task> step)
    {
        await step();
        await round.App.SettleAsync();
    }

    /// <summary>A protocol that was stored after T stays where it is, and the one that counts gets a name of its own.</summary>
    private static string Comparable(string outcome) => outcome.Replace(CloseRound.ProtocolBlobOf("2021-1", 2), CloseRound.ProtocolBlobOf("2021-1"), StringComparison.Ordinal);

    /// <summary>What suppliers hold in their hands: document, time, size, hash and verdict.</summary>
    private static async Task<List<string>> ReceiptsAsync(SpringRound round)
    {
        var receipts = new List<string>();
        await foreach (var bid in round.App.Store.AllAsync<Bid>("2021-1"))
        {
            receipts.AddRange(bid.Document.Documents.Where(document => document.Receipt is not null).Select(document => $"{bid.Document.BidId} {document.DocumentId} {document.Receipt}"));
        }

        return receipts;
    }

    /// <summary>Numbered without gaps, each source once.</summary>
    private static async Task AssertAuditIsWholeAsync(SpringRound round)
    {
        var entries = new List<AuditEntry>();
        await foreach (var entry in round.App.Store.AllAsync<AuditEntry>("2021-1"))
        {
            entries.Add(entry.Document);
        }

        Assert.Equal(Enumerable.Range(1, entries.Count).Select(number => (long)number), entries.Select(entry => entry.Number));
        Assert.Equal(entries.Count, entries.Select(entry => entry.Source).Distinct().Count());
    }

    private static async Task AssertNothingFailedAsync(SpringRound round)
    {
        await foreach (var instance in round.App.App.Functions.DurableClient.GetAllInstancesAsync(new OrchestrationQuery()))
        {
            Assert.False(instance.RuntimeStatus is OrchestrationRuntimeStatus.Failed, $"{instance.InstanceId}: {instance.FailureDetails}");
        }
    }
}
