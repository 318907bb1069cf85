using Samkjop.Tests.Host.Rounds;

namespace Samkjop.Tests.Host.Repetition;

/// <summary>
/// The process dies after each change and before its answer is remembered: the caller repeats the request with its key, at once and when the platform
/// has moved on, and reads what it would have read.
/// </summary>
public sealed class RepeatedPostTests
{
    [Fact]
    public async Task Every_POST_of_a_round_is_answered_again_as_the_first_time_and_done_once()
    {
        var posts = new SortedSet<string>(StringComparer.Ordinal);
        var undisturbed = await WholeRound.PlayAsync();

        var repeated = await WholeRound.PlayAsync(between: (round, _) =>
        {
            round.App.Repeated = posts;
            return Task.CompletedTask;
        });

        Assert.Equal(undisturbed, repeated);
        Assert.Equal(
            [
                "acceptance", "approval", "approvals", "award-decision", "award-proposal", "bids", "documents", "entries", "evaluations",
                "evidence", "impartiality-declarations", "invitation", "judgement", "needs", "outcome", "ranking", "signatures", "submission",
            ],
            posts);
    }
}
