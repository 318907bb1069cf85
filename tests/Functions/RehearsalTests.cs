using System.Globalization;
using Samkjop.Embedded.Runtime;
using Samkjop.Tests.Functions.Fixture;

namespace Samkjop.Tests.Functions;

/// <summary>The host on a clock that jumps, as a rehearsal has it.</summary>
public sealed class RehearsalTests
{
    [Fact]
    public async Task A_step_sends_requests_from_inside_and_finds_its_own_time()
    {
        await using var app = await TestApp.StartAsync(jumps: true);
        var answers = await PlayAsync(app, TimeSpan.FromDays(2));
        Assert.Equal(["2021-03-29 10:30:00Z", "2021-03-31 08:30:00Z"], answers);
        Assert.Equal(48, app.Journal.About("hourly").Count);
    }

    [Fact]
    public async Task The_same_rehearsal_runs_the_same_way_each_time()
    {
        await using var one = await TestApp.StartAsync(jumps: true);
        await using var other = await TestApp.StartAsync(jumps: true);
        await PlayAsync(one, TimeSpan.FromDays(3));
        await PlayAsync(other, TimeSpan.FromDays(3));
        Assert.Equal(one.Journal.Lines, other.Journal.Lines);
    }

    private static async Task<IReadOnlyList<string>> PlayAsync(TestApp app, TimeSpan length)
    {
        List<string> answers = [];
        TaskCompletionSource end = new(TaskCreationOptions.RunContinuationsAsynchronously);
        app.Time.PostAt(TestApp.Morning.AddHours(2), WorkKind.Step, async ct =>
        {
            answers.Add(await app.GetAsync("/api/Now"));
            await app.App.Queues.EnqueueAsync("letters", answers.Count.ToString(CultureInfo.InvariantCulture), ct: ct);
        });
        app.Time.PostAt(TestApp.Morning + length, WorkKind.Step, async _ =>
        {
            answers.Add(await app.GetAsync("/api/Now"));
            app.Time.JumpsPaused = true;
            end.SetResult();
        });
        app.Time.JumpsPaused = false;
        await end.Task.WaitAsync(TimeSpan.FromSeconds(20));
        return answers;
    }
}
