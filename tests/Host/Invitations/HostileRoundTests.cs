using NodaTime;
using Samkjop.Embedded.DurableTask;
using Samkjop.Embedded.Functions;
using Samkjop.Ports;
using Samkjop.Purchasing;

namespace Samkjop.Tests.Host.Invitations;

/// <summary>Replayed on every turn, with activities repeated, nudges lost and messages late, a round comes to the same invitation.</summary>
public sealed class HostileRoundTests
{
    private static readonly LocalDateTime NextDay = new(2021, 5, 4, 12, 0);

    [Fact]
    public async Task The_worst_of_the_real_backends_changes_nothing()
    {
        var calm = await OutcomeAsync(new DurableEngineOptions(), hostile: null);

        Assert.Equal(calm, await OutcomeAsync(new DurableEngineOptions { ReplayEveryTurn = true }, hostile: null));
        foreach (var seed in new[] { 1, 2 })
        {
            Assert.Equal(calm, await OutcomeAsync(
                new DurableEngineOptions { ReplayEveryTurn = true, Hostile = new HostileMode { Seed = seed, RepeatActivity = 0.5 } },
                new HostileTriggers { DropEveryFeedBatch = 2, RepeatEveryMessage = 2 }));
        }
    }

    /// <summary>Everything that the front half decides, as the municipality reads it.</summary>
    private static async Task<string> OutcomeAsync(DurableEngineOptions engine, HostileTriggers? hostile)
    {
        await using var round = await SpringRound.ReadyAsync(engine, hostile);
        await SpringRound.Created(round.Officer.PostAsync("rounds/2021-1/invitation", new { closesOn = "2021-05-18" }));
        await round.App.AdvanceToAsync(NextDay);

        var messages = await round.App.Store.ListAsync<OutboundMessage>("2021-1", new DocumentQuery(), TestContext.Current.CancellationToken);
        string[] read =
        [
            (await round.Officer.GetAsync("rounds/2021-1")).Text,
            (await round.Officer.GetAsync("rounds/2021-1/needs")).Text,
            (await round.Officer.GetAsync("rounds/2021-1/lots")).Text,
            (await round.Officer.GetAsync("rounds/2021-1/invitation")).Text,
            .. messages.Items.Select(message => $"{message.Document.MessageId} {message.Document.Recipient} {message.Document.Body}"),
        ];
        return string.Join('\n', read);
    }
}
