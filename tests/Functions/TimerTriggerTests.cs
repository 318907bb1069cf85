using Samkjop.Embedded.Functions;
using Samkjop.Embedded.Functions.Timers;
using Samkjop.Tests.Functions.Fixture;

namespace Samkjop.Tests.Functions;

public sealed class TimerTriggerTests
{
    [Fact]
    public async Task A_timer_fires_at_each_occurrence_and_tells_the_schedule()
    {
        await using var app = await TestApp.StartAsync();
        await app.Time.AdvanceAsync(TimeSpan.FromHours(2));
        Assert.Equal(
            ["09:00:00 past=False last=00:00:00 next=09:00:00", "10:00:00 past=False last=09:00:00 next=10:00:00"],
            app.Journal.About("hourly"));
    }

    [Fact]
    public async Task A_schedule_may_come_from_a_setting_or_be_an_interval()
    {
        await using var app = await TestApp.StartAsync();
        await app.Time.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.Equal(["08:45:00", "09:15:00"], app.Journal.About("configured"));
        Assert.Equal(["08:50:00 status=False", "09:10:00 status=False", "09:30:00 status=False"], app.Journal.About("interval"));
    }

    [Fact]
    public async Task RunOnStartup_runs_at_once()
    {
        await using var app = await TestApp.StartAsync();
        await app.IdleAsync();
        Assert.Equal(["08:30:00 past=False"], app.Journal.About("start"));
    }

    [Fact]
    public async Task A_missed_occurrence_runs_once_past_due_after_a_restart()
    {
        using TestFolder folder = new();
        var first = await TestApp.StartAsync(folder: folder);
        await first.Time.AdvanceAsync(TimeSpan.FromHours(1));
        await first.StopAsync();

        await using var second = await TestApp.StartAsync(folder: folder, at: TestApp.Morning.AddHours(5));
        await second.IdleAsync();
        Assert.Equal(["13:30:00 past=True last=09:00:00 next=10:00:00"], second.Journal.About("hourly"));
        await second.Time.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.Equal(["14:00:00 past=False last=13:30:00 next=14:00:00"], second.Journal.About("hourly").Skip(1));
    }

    [Fact]
    public async Task An_occurrence_due_at_the_very_moment_of_a_restart_is_run_and_not_late()
    {
        using TestFolder folder = new();
        var first = await TestApp.StartAsync(folder: folder);
        await first.StopAsync();

        await using var second = await TestApp.StartAsync(folder: folder, at: new DateTimeOffset(2021, 3, 29, 9, 0, 0, TimeSpan.Zero));
        await second.IdleAsync();
        Assert.Equal(["09:00:00 past=False last=00:00:00 next=09:00:00"], second.Journal.About("hourly"));
    }

    [Fact]
    public async Task A_failing_timer_is_retried_by_its_policy_and_then_waits_for_its_next_occurrence()
    {
        await using var app = await TestApp.StartAsync();
        await app.Time.AdvanceAsync(TimeSpan.FromHours(25));
        Assert.Equal(
            ["08:45:00 try=0/2", "08:45:10 try=1/2", "08:45:20 try=2/2", "08:45:00 try=0/2", "08:45:10 try=1/2", "08:45:20 try=2/2"],
            app.Journal.About("retried"));
    }

    [Fact]
    public async Task Of_the_occurrences_that_fall_into_a_run_one_follows_it()
    {
        await using var app = await TestApp.StartAsync();
        await app.Time.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.Equal(["08:31:00 try=0", "08:33:30 try=1", "08:33:30 try=0", "08:36:00 try=1"], app.Journal.About("overrun"));
    }

    [Theory]
    [InlineData("0 */15 * * * *", "08:45:00")]
    [InlineData("*/15 * * * *", "08:45:00")]
    [InlineData("30 0 9-17 * * 1-5", "09:00:30")]
    [InlineData("01:00:00", "09:30:00")]
    public void Schedules_say_their_next_occurrence(string schedule, string next) =>
        Assert.Equal(next, TimerSchedule.Parse(schedule, "T").Next(TestApp.Morning.UtcDateTime).ToString("HH:mm:ss"));

    [Theory]
    [InlineData("every hour")]
    [InlineData("0 0 25 * * *")]
    [InlineData("-01:00:00")]
    [InlineData("")]
    public void What_is_no_schedule_is_refused_with_an_example(string schedule) =>
        Assert.Contains("0 */15 * * * *", Assert.Throws<FunctionStartupException>(() => TimerSchedule.Parse(schedule, "T")).Message, StringComparison.Ordinal);
}
