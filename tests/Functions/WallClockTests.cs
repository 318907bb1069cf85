using System.Net;
using Samkjop.Embedded.Runtime;
using Samkjop.Tests.Functions.Fixture;

namespace Samkjop.Tests.Functions;

/// <summary>The host on the machine's clock, where things run beside each other.</summary>
public sealed class WallClockTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Messages_run_beside_each_other_up_to_the_batch_size()
    {
        using TestFolder folder = new("""{ "extensions": { "queues": { "batchSize": 4 } } }""");
        await using var app = await TestApp.StartAsync(folder: folder, scheduler: new WallScheduler());
        for (var i = 0; i < 10; i++)
            await app.App.Queues.EnqueueAsync("letters", "wait", ct: Cancellation);
        while (app.Journal.About("letter").Count < 4)
            await Task.Delay(5, Cancellation);
        await app.GetAsync("/api/Now");
        Assert.Equal(4, app.Journal.About("letter").Count);

        app.Journal.Released.SetResult();
        while (await app.App.Queues.CountAsync("letters") > 0)
            await Task.Delay(5, Cancellation);
        Assert.Equal(10, app.Journal.About("letter").Count);
    }

    [Fact]
    public async Task A_stop_lets_the_request_and_the_message_in_work_come_to_their_end()
    {
        using TestFolder folder = new();
        await using var app = await TestApp.StartAsync(folder: folder, scheduler: new WallScheduler());
        var request = app.Http.GetAsync(new Uri("/api/Slow", UriKind.Relative), Cancellation);
        await app.App.Queues.EnqueueAsync("letters", "wait", ct: Cancellation);
        while (app.Journal.About("slow").Count == 0 || app.Journal.About("letter").Count == 0)
            await Task.Delay(5, Cancellation);

        var stopping = app.App.StopAsync(Cancellation);
        Assert.False(stopping.IsCompleted);
        app.Journal.Released.SetResult();
        Assert.Equal(HttpStatusCode.OK, (await request).StatusCode);
        await stopping.WaitAsync(TimeSpan.FromSeconds(20), Cancellation);
        Assert.Equal(0, await app.App.Queues.CountAsync("letters"));
    }

    [Fact]
    public async Task Changes_are_brought_on_the_wall_clock_too()
    {
        await using var app = await TestApp.StartAsync(scheduler: new WallScheduler());
        app.Feed.Change("things", """{ "id": "a", "size": 1 }""");
        while (app.Journal.About("things").Count == 0)
            await Task.Delay(5, Cancellation);
        Assert.Equal(["a:1"], app.Journal.About("things"));
    }
}
