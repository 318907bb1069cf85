using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Samkjop.Embedded.Functions;
using Samkjop.Embedded.Runtime;
using Samkjop.Embedded.Storage;
using Samkjop.Tests.Functions.App;

namespace Samkjop.Tests.Functions.Fixture;

/// <summary>The sample functions served on loopback, on a clock that the test moves, from a folder that another start may take over.</summary>
internal sealed class TestApp : IAsyncDisposable
{
    public static readonly DateTimeOffset Morning = new(2021, 3, 29, 8, 30, 0, TimeSpan.Zero);

    private readonly SqliteFile _file;
    private readonly WorkScheduler _scheduler;
    private bool _stopped;

    private TestApp(TestFolder folder, SqliteFile file, WorkScheduler scheduler, Journal journal, FakeChangeFeed feed, EmbeddedFunctionsApp app) =>
        (Folder, _file, _scheduler, Journal, Feed, App) = (folder, file, scheduler, journal, feed, app);

    public TestFolder Folder { get; }

    public VirtualScheduler Time => (VirtualScheduler)_scheduler;

    public Journal Journal { get; }

    public FakeChangeFeed Feed { get; }

    public EmbeddedFunctionsApp App { get; }

    public HttpClient Http { get; } = new();

    public static async Task<TestApp> StartAsync(
        Action<EmbeddedFunctionsBuilder>? configure = null,
        Func<EmbeddedFunctionsOptions, EmbeddedFunctionsOptions>? options = null,
        TestFolder? folder = null,
        DateTimeOffset? at = null,
        FakeChangeFeed? feed = null,
        WorkScheduler? scheduler = null,
        bool jumps = false,
        bool idle = true)
    {
        folder ??= new TestFolder();
        feed ??= new FakeChangeFeed();
        var file = SqliteFile.Open(folder.Database, new SqliteFileOptions { FullSync = false });
        scheduler ??= new VirtualScheduler(at ?? Morning, jumps) { JumpsPaused = jumps };
        Journal journal = new();
        var settings = new EmbeddedFunctionsOptions
        {
            Assemblies = [typeof(TestApp).Assembly],
            File = file,
            Scheduler = scheduler,
            HostJson = folder.HostJson,
            Listen = new Uri("http://127.0.0.1:0"),
        };
        var builder = EmbeddedFunctionsBuilder.Create(options is null ? settings : options(settings));
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(journal).AddScoped<Visit>().AddSingleton<IChangeFeedSource>(feed);
        builder.Configuration["Samples:Schedule"] = "0 15,45 * * * *";
        builder.Configuration["FunctionKeys:Master"] = "master-key";
        builder.Configuration["FunctionKeys:Functions:Keyed"] = "own-key";
        configure?.Invoke(builder);
        TestApp app = new(folder, file, scheduler, journal, feed, builder.Build());
        await app.App.StartAsync(TestContext.Current.CancellationToken);
        app.Http.BaseAddress = app.App.Address;
        if (idle)
            await app.IdleAsync();
        return app;
    }

    /// <summary>Waits until nothing is to be done now; a test that hangs says so.</summary>
    public Task IdleAsync() => _scheduler.WhenIdleAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(20));

    public async Task<string> GetAsync(string path) => await Http.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

    public async Task<int> StatusAsync(string path, HttpMethod? method = null, string? key = null)
    {
        using HttpRequestMessage request = new(method ?? HttpMethod.Get, path);
        if (key is not null)
            request.Headers.Add("x-functions-key", key);
        using var response = await Http.SendAsync(request, TestContext.Current.CancellationToken);
        return (int)response.StatusCode;
    }

    public async Task StopAsync()
    {
        if (_stopped)
            return;
        _stopped = true;
        Http.Dispose();
        await App.DisposeAsync();
        await _scheduler.DisposeAsync();
        await _file.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Folder.Dispose();
    }
}
