using Samkjop.Embedded.Functions;
using Samkjop.Tests.Functions.Fixture;

namespace Samkjop.Tests.Functions;

public sealed class QueueTriggerTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Messages_reach_their_functions_in_order_and_are_gone()
    {
        await using var app = await TestApp.StartAsync();
        foreach (var letter in new[] { "a", "b", "c" })
            await app.App.Queues.EnqueueAsync("letters", letter, ct: Cancellation);
        await app.App.Queues.EnqueueAsync("parcels", """{ "name": "box", "Weight": 3 }""", ct: Cancellation);
        await app.IdleAsync();
        Assert.Equal(["a 1 scope=True", "b 1 scope=True", "c 1 scope=True"], app.Journal.About("letter"));
        Assert.Equal(["box 3"], app.Journal.About("parcel"));
        Assert.Equal(0, await app.App.Queues.CountAsync("letters"));
    }

    [Fact]
    public async Task A_delayed_message_comes_when_it_is_due()
    {
        await using var app = await TestApp.StartAsync();
        await app.App.Queues.EnqueueAsync("letters", "later", TimeSpan.FromMinutes(10), Cancellation);
        await app.Time.AdvanceAsync(TimeSpan.FromMinutes(9));
        Assert.Empty(app.Journal.About("letter"));
        await app.Time.AdvanceAsync(TimeSpan.FromMinutes(1));
        Assert.Single(app.Journal.About("letter"));
    }

    [Fact]
    public async Task A_message_that_fails_is_tried_again_and_then_goes_to_the_poison_queue()
    {
        await using var app = await TestApp.StartAsync();
        await app.App.Queues.EnqueueAsync("stubborn", "bad", ct: Cancellation);
        await app.App.Queues.EnqueueAsync("stubborn", "calm", ct: Cancellation);
        await app.IdleAsync();
        Assert.Equal(["bad 1", "calm 1"], app.Journal.About("stubborn"));

        await app.Time.AdvanceAsync(TimeSpan.FromMinutes(10));
        Assert.Equal(["bad 1", "calm 1", "bad 2", "bad 3"], app.Journal.About("stubborn"));
        Assert.Equal(["bad"], app.Journal.About("poison"));
        Assert.Equal(0, await app.App.Queues.CountAsync("stubborn"));
        Assert.Equal(0, await app.App.Queues.CountAsync("stubborn-poison"));
    }

    [Fact]
    public async Task A_message_that_does_not_fit_its_type_goes_to_the_poison_queue_and_stays_there()
    {
        await using var app = await TestApp.StartAsync();
        await app.App.Queues.EnqueueAsync("parcels", "no json", ct: Cancellation);
        await app.Time.AdvanceAsync(TimeSpan.FromMinutes(10));
        Assert.Equal(1, await app.App.Queues.CountAsync("parcels-poison"));
    }

    [Fact]
    public async Task What_waits_is_there_after_a_restart_with_its_tries_counted()
    {
        using TestFolder folder = new();
        var first = await TestApp.StartAsync(folder: folder);
        await first.App.Queues.EnqueueAsync("stubborn", "bad", ct: Cancellation);
        await first.App.Queues.EnqueueAsync("letters", "later", TimeSpan.FromMinutes(10), Cancellation);
        await first.IdleAsync();
        await first.StopAsync();

        await using var second = await TestApp.StartAsync(folder: folder);
        await second.Time.AdvanceAsync(TimeSpan.FromMinutes(10));
        Assert.Equal(["bad 2", "bad 3"], second.Journal.About("stubborn"));
        Assert.Single(second.Journal.About("letter"));
    }

    [Fact]
    public async Task A_message_in_work_when_the_process_is_killed_comes_again()
    {
        await using var first = await TestApp.StartAsync();
        try
        {
            await first.App.Queues.EnqueueAsync("letters", "wait", ct: Cancellation);
            while (first.Journal.About("letter").Count == 0)
                await Task.Delay(5, Cancellation);

            await using var second = await TestApp.StartAsync(folder: first.Folder.AfterKill(), idle: false);
            second.Journal.Released.SetResult();
            await second.IdleAsync();
            Assert.Equal(["wait 2 scope=True"], second.Journal.About("letter"));
        }
        finally
        {
            first.Journal.Released.TrySetResult();
        }
    }

    [Fact]
    public async Task Hostile_mode_delivers_messages_twice()
    {
        await using var app = await TestApp.StartAsync(options: o => o with { Hostile = new HostileTriggers { RepeatEveryMessage = 2 } });
        await app.App.Queues.EnqueueAsync("letters", "a", ct: Cancellation);
        await app.App.Queues.EnqueueAsync("letters", "b", ct: Cancellation);
        await app.IdleAsync();
        Assert.Equal(["a 1 scope=True", "b 1 scope=True", "b 1 scope=True"], app.Journal.About("letter"));
    }

    [Theory]
    [InlineData("Letters")]
    [InlineData("a--b")]
    [InlineData("no")]
    [InlineData("-letters")]
    public async Task A_name_that_no_storage_account_takes_is_refused(string queue)
    {
        await using var app = await TestApp.StartAsync();
        await Assert.ThrowsAsync<ArgumentException>(() => app.App.Queues.EnqueueAsync(queue, "x", ct: Cancellation));
    }

    [Fact]
    public async Task A_message_too_long_for_a_storage_queue_is_refused()
    {
        await using var app = await TestApp.StartAsync();
        await app.App.Queues.EnqueueAsync("unheard", new string('x', 48 * 1024), ct: Cancellation);
        await Assert.ThrowsAsync<ArgumentException>(() => app.App.Queues.EnqueueAsync("unheard", new string('x', (48 * 1024) + 1), ct: Cancellation));
        Assert.Equal(1, await app.App.Queues.CountAsync("unheard"));
    }
}
