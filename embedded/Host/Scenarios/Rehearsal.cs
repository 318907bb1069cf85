using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Samkjop.Embedded.DurableTask;
using Samkjop.Embedded.Runtime;
using Samkjop.Embedded.Storage;

namespace Samkjop.Host.Scenarios;

/// <summary>One scenario played through the whole app in a folder of its own.</summary>
/// <param name="scenario">What is played.</param>
/// <param name="folder">Where the state lies.</param>
/// <param name="print">Takes the lines of the story. They follow from the scenario alone.</param>
/// <param name="trace">Takes every request and its answer; null for none.</param>
/// <param name="prepare">Prepares, on the story's clock, where documents and blobs lie when not in the folder; null for the folder.</param>
internal sealed class Rehearsal(
    Scenario scenario, RehearsalFolder folder, Action<string> print, Action<string>? trace, Func<TimeProvider, Task<RehearsalElsewhere>>? prepare = null)
{
    /// <summary>Plays to the end, from where it was cut short if it was.</summary>
    /// <returns>The tables that sum the round up, and the last lines.</returns>
    /// <exception cref="PlayFault">A step did not go as the scenario expects; what was played is kept.</exception>
    public async Task<RehearsalEnd> RunAsync(CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        await using var scheduler = new VirtualScheduler(StartOfClock(), jumps: false);
        var elsewhere = prepare is null ? null : await prepare(scheduler.Clock);
        await using var app = SamkjopApp.Create(new SamkjopAppOptions
        {
            DataFolder = folder.Path,
            Scheduler = scheduler,
            Listen = new Uri("http://127.0.0.1:0"),
            FullSync = false,
            SecretSeed = scenario.Name,
            Adapters = elsewhere?.Adapters,
        });
        var journal = new Journal(app.File);
        await journal.BeginAsync(scenario.Sha256);
        await app.StartAsync(cancellationToken);
        var started = watch.Elapsed;

        print($"{scenario.Title.No} / {scenario.Title.En}");
        var timeline = new TimelineWriter();
        var events = new EventTeller(app.Store, scenario, timeline);
        using var sender = new Sender(app, scenario.Name, trace, elsewhere?.Uploads(app));
        var player = new Player(scenario, scheduler, journal, new Stage(scenario, sender, journal, timeline), events, timeline, print);
        await player.PlayAsync(cancellationToken);

        var summary = new Summary(app.Store, scenario);
        var end = new RehearsalEnd(await summary.TablesAsync(), await summary.ProtocolsAsync(), player.Requests, started, watch.Elapsed - started);
        await journal.FinishAsync();
        return end;
    }

    /// <summary>Where the clock stood when an earlier rehearsal was cut short, as far as anything was kept; else the scenario's start.</summary>
    private DateTimeOffset StartOfClock()
    {
        var start = scenario.Starts;
        if (folder.HasState)
        {
            using var file = folder.Open();
            start = Instant.Max(start, new Journal(file.File).LastPlayed ?? start);
            start = DurableEngine.ReadVirtualNow(file.File) is { } turned ? Instant.Max(start, Instant.FromDateTimeOffset(turned)) : start;
        }

        return start.ToDateTimeOffset();
    }
}

/// <param name="Tables">Lots, rankings, rejections, orders.</param>
/// <param name="Protocols">Where each round's award protocol lies below the data folder; null for one that did not close.</param>
/// <param name="Requests">Requests played.</param>
/// <param name="Starting">Wall time until the app took requests.</param>
/// <param name="Playing">Wall time of the play.</param>
internal sealed record RehearsalEnd(IReadOnlyList<Table> Tables, IReadOnlyList<(string RoundId, string? Protocol)> Protocols, int Requests, TimeSpan Starting, TimeSpan Playing);

/// <param name="Adapters">Registers the adapters of the ports.</param>
/// <param name="Uploads">Takes the uploads that the tickets of its blob store address.</param>
internal sealed record RehearsalElsewhere(Action<IServiceCollection> Adapters, Func<SamkjopApp, HttpMessageHandler> Uploads);
