using System.Collections.Immutable;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.DurableTask;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using Samkjop.Embedded.DurableTask;
using Samkjop.Embedded.Functions;
using Samkjop.Embedded.Runtime;
using Samkjop.Functions.Http;
using Samkjop.Functions.Http.Idempotency;
using Samkjop.Host;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Serialization;

namespace Samkjop.Tests.Host;

/// <summary>The whole app in this process on a clock that the test moves, in a folder of its own that goes with it.</summary>
public sealed class TestApp : IAsyncDisposable
{
    private static readonly DateTimeZone Oslo = DateTimeZoneProviders.Tzdb["Europe/Oslo"];
    private readonly VirtualScheduler _scheduler;
    private readonly HttpClient _http;
    private readonly DurableEngineOptions? _engine;
    private readonly HostileTriggers? _hostile;
    private bool _keepFolder;
    private int _keys;

    private TestApp(SamkjopApp app, VirtualScheduler scheduler, string folder, bool keepFolder, DurableEngineOptions? engine, HostileTriggers? hostile)
    {
        (App, _scheduler, Folder, _keepFolder, _engine, _hostile) = (app, scheduler, folder, keepFolder, engine, hostile);
        _http = new HttpClient { BaseAddress = new Uri(app.Address, "/api/") };
    }

    public SamkjopApp App { get; }

    public string Folder { get; }

    public IDocumentStore Store => App.Store;

    public Instant Now => Instant.FromDateTimeOffset(_scheduler.Now);

    /// <summary>Starts the app at a local time of Oslo.</summary>
    public static async Task<TestApp> StartAsync(
        LocalDateTime oslo, DurableEngineOptions? engine = null, HostileTriggers? hostile = null, string? folder = null, Action<IServiceCollection>? adapters = null)
    {
        var data = folder ?? Directory.CreateTempSubdirectory("samkjop-test-").FullName;
        return await StartAsync(Oslo.AtStrictly(oslo).ToDateTimeOffset(), engine, hostile, data, keepFolder: folder is not null, adapters: adapters);
    }

    /// <summary>Stops the app and starts it again in its folder, at the same time of the clock.</summary>
    /// <param name="standIns">Orchestrators of another release; null for those of this one.</param>
    /// <param name="whileStopped">Done to the folder in between.</param>
    public async Task<TestApp> RestartAsync(IReadOnlyDictionary<string, Func<ITaskOrchestrator>>? standIns = null, Action<string>? whileStopped = null)
    {
        var (now, keys, keep) = (_scheduler.Now, _keys, _keepFolder);
        _keepFolder = true;
        await DisposeAsync();
        whileStopped?.Invoke(Folder);
        var again = await StartAsync(now, _engine, _hostile, Folder, keep, standIns);
        again._keys = keys;
        return again;
    }

    private static async Task<TestApp> StartAsync(
        DateTimeOffset at, DurableEngineOptions? engine, HostileTriggers? hostile, string data, bool keepFolder,
        IReadOnlyDictionary<string, Func<ITaskOrchestrator>>? standIns = null, Action<IServiceCollection>? adapters = null)
    {
        var scheduler = new VirtualScheduler(at, jumps: false);
        var app = SamkjopApp.Create(new SamkjopAppOptions
        {
            DataFolder = data,
            Scheduler = scheduler,
            Listen = new Uri("http://127.0.0.1:0"),
            FullSync = false,
            Engine = engine ?? new DurableEngineOptions(),
            HostileTriggers = hostile,
            Adapters = adapters,
            StandIns = standIns ?? ImmutableDictionary<string, Func<ITaskOrchestrator>>.Empty,
            SecretSeed = "test",
            MinimumLogLevel = hostile is null && engine?.Hostile is null ? LogLevel.Warning : LogLevel.Error,
        });
        await app.StartAsync();
        return new TestApp(app, scheduler, data, keepFolder, engine, hostile);
    }

    /// <summary>A client that speaks for a caller.</summary>
    public TestCaller As(string subject, string role, string? agency = null, string? supplier = null) =>
        new(this, new Caller(subject, [role], agency, supplier));

    /// <summary>Moves the clock to a local time of Oslo, doing everything that falls due on the way, and lets all work end.</summary>
    public Task AdvanceToAsync(LocalDateTime oslo) => _scheduler.AdvanceToAsync(Oslo.AtStrictly(oslo).ToDateTimeOffset());

    /// <summary>The same, unless that time has passed.</summary>
    public Task PassToAsync(LocalDateTime oslo) => Oslo.AtStrictly(oslo).ToInstant() > Now ? AdvanceToAsync(oslo) : SettleAsync();

    /// <summary>Moves the clock on, doing everything that falls due on the way.</summary>
    public Task AdvanceAsync(Duration by) => _scheduler.AdvanceAsync(by.ToTimeSpan());

    /// <summary>Lets all work that is due now end.</summary>
    public Task SettleAsync() => _scheduler.AdvanceToAsync(_scheduler.Now);

    public T Service<T>()
        where T : notnull => App.Services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await App.DisposeAsync();
        await _scheduler.DisposeAsync();
        if (!_keepFolder)
        {
            Directory.Delete(Folder, recursive: true);
        }
    }

    /// <summary>How many keys requests have used; set back, the next requests come under keys that were used before.</summary>
    internal int KeysUsed
    {
        get => _keys;
        set => _keys = value;
    }

    /// <summary>When set, every POST that succeeds is sent again after its answer was forgotten, and again after all work has ended; its last segment is noted.</summary>
    internal ISet<string>? Repeated { get; set; }

    /// <summary>Forgets what was answered under a key, as if the process had died before it was remembered.</summary>
    internal async Task ForgetAnswerAsync(Caller caller, string key)
    {
        var requestId = FunctionContextExtensions.RequestIdOf(caller, key);
        if (await Store.FindAsync<RememberedAnswer>(caller.Subject, requestId) is { } remembered)
        {
            await Store.DeleteAsync<RememberedAnswer>(caller.Subject, requestId, remembered.ETag);
        }
    }

    /// <summary>Sends a request; a POST gets a new Idempotency-Key unless one is given.</summary>
    internal async Task<Answer> SendAsync(Caller? caller, HttpMethod method, string path, object? body, string? ifMatch, string? key)
    {
        var postKey = method == HttpMethod.Post ? key ?? $"key-{++_keys}" : null;
        var answer = await SendOnceAsync(caller, method, path, body, ifMatch, postKey);
        if (Repeated is { } repeated && postKey is not null && caller is not null && answer.Code is >= 200 and < 300)
        {
            repeated.Add(path[(path.LastIndexOf('/') + 1)..]);
            await ForgetAnswerAsync(caller, postKey);
            var again = await SendOnceAsync(caller, method, path, body, ifMatch, postKey);
            Assert.Equal((path, answer.Code, answer.Location), (path, again.Code, again.Location));
            Assert.Equal(answer.Code == 201 ? answer.Text : again.Text, again.Text);
            await ForgetAnswerAsync(caller, postKey);
            await SettleAsync();
            var later = await SendOnceAsync(caller, method, path, body, ifMatch, postKey);
            Assert.Equal((path, answer.Code, answer.Location), (path, later.Code, later.Location));
        }

        return answer;
    }

    private async Task<Answer> SendOnceAsync(Caller? caller, HttpMethod method, string path, object? body, string? ifMatch, string? key)
    {
        using var request = new HttpRequestMessage(method, path);
        if (caller is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", App.Issuer.Issue(caller, _scheduler.Now, TimeSpan.FromHours(1)));
        }

        if (body is not null)
        {
            request.Content = body as HttpContent ?? JsonContent.Create(body, body.GetType(), options: SamkjopJson.Options);
        }

        if (ifMatch is not null)
        {
            request.Headers.IfMatch.Add(new EntityTagHeaderValue($"\"{ifMatch}\""));
        }

        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        using var response = await _http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return new Answer(response.StatusCode, text, response.Headers.ETag?.Tag.Trim('"'), response.Headers.Location?.ToString(), response.Headers.ToImmutableDictionary(
            h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase));
    }
}

/// <summary>An answer as the test reads it.</summary>
public sealed record Answer(
    System.Net.HttpStatusCode Status, string Text, string? ETag, string? Location, ImmutableDictionary<string, string> Headers)
{
    public JsonElement Json => JsonDocument.Parse(Text).RootElement;

    public int Code => (int)Status;

    /// <summary>The problem's code: the last segment of its type; null when it is no problem.</summary>
    public string? Problem => Text.Length > 0 && Json.TryGetProperty("type", out var type) && type.GetString() is { } uri
        ? uri[(uri.LastIndexOf('/') + 1)..]
        : null;
}

/// <summary>Requests of one caller.</summary>
public sealed class TestCaller(TestApp app, Caller caller)
{
    public Caller Caller => caller;

    public Task<Answer> GetAsync(string path) => app.SendAsync(caller, HttpMethod.Get, path, null, null, null);

    public Task<Answer> PostAsync(string path, object? body = null, string? key = null, string? ifMatch = null) =>
        app.SendAsync(caller, HttpMethod.Post, path, body ?? new { }, ifMatch, key);

    public Task<Answer> PutAsync(string path, object body, string? ifMatch = null) => app.SendAsync(caller, HttpMethod.Put, path, body, ifMatch, null);

    public Task<Answer> DeleteAsync(string path, string? ifMatch = null) => app.SendAsync(caller, HttpMethod.Delete, path, null, ifMatch, null);
}
