using Samkjop.Embedded.Functions;
using Samkjop.Tests.Functions.Fixture;

namespace Samkjop.Tests.Functions;

public sealed class FeedTriggerTests
{
    private static string Thing(string id, int size = 1) => $$"""{ "id": "{{id}}", "size": {{size}} }""";

    [Fact]
    public async Task Changes_come_in_batches_and_are_read_with_the_workers_serializer()
    {
        await using var app = await TestApp.StartAsync();
        app.Feed.Change("things", Thing("a"), Thing("b", 2), Thing("c"));
        app.Feed.Change("others", Thing("x"));
        await app.IdleAsync();
        Assert.Equal(["a:1,b:2", "c:1"], app.Journal.About("things"));
        Assert.Equal(["a,b,c"], app.Journal.About("fresh"));
    }

    [Fact]
    public async Task A_function_starts_from_now_or_from_the_beginning_as_it_says()
    {
        FakeChangeFeed feed = new();
        feed.Change("things", Thing("old"));
        await using var app = await TestApp.StartAsync(feed: feed);
        feed.Change("things", Thing("new"));
        await app.IdleAsync();
        Assert.Equal(["old:1", "new:1"], app.Journal.About("things"));
        Assert.Equal(["new"], app.Journal.About("fresh"));
    }

    [Fact]
    public async Task A_batch_on_which_the_function_throws_is_lost_and_the_next_one_comes()
    {
        await using var app = await TestApp.StartAsync();
        app.Feed.Change("things", Thing("a", -1), Thing("b"), Thing("c"));
        await app.IdleAsync();
        Assert.Equal(["a:-1,b:1", "c:1"], app.Journal.About("things"));
    }

    [Fact]
    public async Task A_retry_policy_brings_the_batch_again_and_holds_the_next_one_back()
    {
        await using var app = await TestApp.StartAsync();
        app.Feed.Change("things", Thing("a", -1));
        await app.IdleAsync();
        app.Feed.Change("things", Thing("b"));
        await app.IdleAsync();
        Assert.Equal(["a"], app.Journal.About("fresh"));
        await app.Time.AdvanceAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(["a", "a", "b"], app.Journal.About("fresh"));
    }

    [Fact]
    public async Task The_checkpoint_survives_a_restart()
    {
        using TestFolder folder = new();
        FakeChangeFeed feed = new();
        var first = await TestApp.StartAsync(folder: folder, feed: feed);
        feed.Change("things", Thing("a"));
        await first.IdleAsync();
        await first.StopAsync();
        feed.Change("things", Thing("b"));

        await using var second = await TestApp.StartAsync(folder: folder, feed: feed);
        await second.IdleAsync();
        Assert.Equal(["b:1"], second.Journal.About("things"));
        Assert.Equal(["b"], second.Journal.About("fresh"));
    }

    [Fact]
    public async Task A_feed_that_cannot_be_read_is_read_at_the_next_change()
    {
        await using var app = await TestApp.StartAsync();
        app.Feed.FailingReads = 2;
        app.Feed.Change("things", Thing("a"));
        await app.IdleAsync();
        Assert.Empty(app.Journal.About("things"));
        app.Feed.Change("things", Thing("b"));
        await app.IdleAsync();
        Assert.Equal(["a:1,b:1"], app.Journal.About("things"));
    }

    [Fact]
    public async Task Hostile_mode_drops_batches()
    {
        await using var app = await TestApp.StartAsync(options: o => o with { Hostile = new HostileTriggers { DropEveryFeedBatch = 2 } });
        app.Feed.Change("things", Thing("a"), Thing("b"), Thing("c"), Thing("d"), Thing("e"));
        await app.IdleAsync();
        Assert.Equal(["a:1,b:1", "e:1"], app.Journal.About("things"));
    }
}
