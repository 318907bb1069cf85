using NodaTime;
using Samkjop.Embedded.DurableTask;
using Samkjop.Embedded.Functions;

namespace Samkjop.Tests.Host.Rounds;

/// <summary>Nudges only hasten: whichever are lost, come twice, late or out of order, the round comes to the same end: the hourly sweep nudges again, and an
/// orchestration that hears nothing at all looks for itself within a week.</summary>
public sealed class NudgeTests
{
    /// <summary>Steps of <see cref="WholeRound"/> after which the bid window has closed, after which the standstill is over, and the last one.</summary>
    private const int WindowClosed = 9, StandstillOver = 14, LastStep = 18;

    /// <summary>So long an orchestration waits at most before it looks for itself; a little more, since waits follow one another.</summary>
    private static readonly Duration Heartbeat = Duration.FromDays(8);

    /// <summary>What comes by the clock alone, which goes further here.</summary>
    private static readonly string[] _byTheClock = ["Reminded", "Escalated"];

    [Theory]
    [InlineData(11, 0.5, 0.3)]
    [InlineData(12, 1.0, 0.0)]
    public async Task Lost_doubled_late_and_reordered_nudges_change_nothing(int seed, double lost, double doubled)
    {
        var outcome = await WholeRound.PlayAsync(
            new DurableEngineOptions { Hostile = new HostileMode { Seed = seed, LoseRaisedEvent = lost, RepeatRaisedEvent = doubled, DelayMessage = 0.5 } },
            new HostileTriggers { DropEveryFeedBatch = 2, RepeatEveryMessage = 3 },
            (round, step) => step switch
            {
                < WindowClosed => round.App.AdvanceAsync(Duration.FromHours(5)),
                StandstillOver => round.App.AdvanceAsync(3 * Heartbeat),
                LastStep => round.App.AdvanceAsync(4 * Heartbeat),
                _ => round.App.AdvanceAsync(Heartbeat),
            });

        Assert.Equal(Decided(await WholeRoundTests.Undisturbed.Value), Decided(outcome));
    }

    private static string Decided(string outcome) =>
        string.Join('\n', outcome.Split('\n').Where(line => !Array.Exists(_byTheClock, kind => line.TrimEnd().EndsWith(kind, StringComparison.Ordinal))));
}
