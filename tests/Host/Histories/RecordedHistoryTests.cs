using Samkjop.Embedded.DurableTask;
using Samkjop.Orchestrations.Purchasing;

namespace Samkjop.Tests.Host.Histories;

/// <summary>Instances that a release left under way can go on under today's code: their histories, recorded then, are replayed now.</summary>
public sealed class RecordedHistoryTests
{
    private const int MostBytes = 300_000;

    [Fact]
    public async Task Todays_orchestrators_do_what_every_release_recorded()
    {
        await using var app = await TestApp.StartAsync(SpringRound.Planning);
        var recordings = HistoryShelf.All();
        var departures = new List<string>();
        foreach (var (file, history) in recordings)
        {
            try
            {
                app.App.Functions.Histories.Replay(history);
            }
            catch (Exception exception) when (exception is NonDeterministicOrchestrationException or InvalidDataException)
            {
                departures.Add($"{file}: {exception.Message}");
            }
        }

        Assert.NotEmpty(recordings);
        Assert.True(departures.Count == 0, $"{string.Join('\n', departures)}\n{HistoryShelf.Advice}");
    }

    [Fact]
    public async Task What_orchestrators_do_today_is_recorded()
    {
        var today = await RecordedStories.PlayAsync();
        if (Environment.GetEnvironmentVariable(HistoryShelf.RecordVariable) is "1")
        {
            HistoryShelf.Write(today);
        }

        var recorded = HistoryShelf.All().Where(recording => recording.File.StartsWith(HistoryShelf.Release, StringComparison.Ordinal)).Select(recording => HistoryRecorder.StepsOf(recording.History)).ToHashSet();
        var unrecorded = today.Select(HistoryRecorder.StepsOf).Where(key => !recorded.Contains(key)).ToList();
        Assert.True(unrecorded.Count == 0, $"Release {HistoryShelf.Release} has no recording of:\n{string.Join('\n', unrecorded)}\n{HistoryShelf.Advice}");
    }

    [Fact]
    public void The_process_version_is_that_of_the_newest_recordings()
    {
        var newest = HistoryShelf.All().Max(recording => HistoryShelf.ProcessVersionOf(recording.History));
        Assert.True(
            newest == RunPurchaseRound.ProcessVersion,
            $"The process version is {RunPurchaseRound.ProcessVersion}, and the newest recorded histories are of {newest}. {HistoryShelf.Advice}");
    }

    [Theory]
    [InlineData(nameof(RunPurchaseRound), "CollectingNeeds", "Consolidating", "AwaitingInvitation", "Bidding", "AwaitingOpening", "Evaluating", "Awarding", "Delivering")]
    [InlineData(nameof(AwardLot), "Ranked", "Proposed", "Awarded", "Standstill", "AwaitingSignatures")]
    [InlineData(nameof(DeliverOrder), "Placed", "Accepted")]
    public void Every_phase_of_every_orchestrator_has_a_recording(string orchestrator, params string[] phases)
    {
        var recorded = HistoryShelf.All().Where(recording => recording.History.Name == orchestrator).Select(recording => HistoryRecorder.PhaseOf(recording.History)).ToHashSet();
        Assert.Empty(phases.Except(recorded));
    }

    [Fact]
    public async Task A_departure_names_the_first_difference()
    {
        await using var app = await TestApp.StartAsync(SpringRound.Planning);
        var (file, _) = HistoryShelf.All().First(recording => recording.History.Outline.Contains(nameof(FixClosingManifest), StringComparison.Ordinal));
        var otherwise = RecordedHistory.Parse(HistoryShelf.Text(file).Replace($"\"{nameof(FixClosingManifest)}\"", "\"SealTheBox\"", StringComparison.Ordinal));

        var departure = Assert.Throws<NonDeterministicOrchestrationException>(() => app.App.Functions.Histories.Replay(otherwise));

        Assert.Contains("TaskScheduled 'SealTheBox', but the code did TaskScheduled 'FixClosingManifest'", departure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_activity_that_cannot_read_what_it_was_given_is_named()
    {
        await using var app = await TestApp.StartAsync(SpringRound.Planning);
        var (file, _) = HistoryShelf.All().First(recording => recording.History.Outline.Contains(nameof(FixClosingManifest), StringComparison.Ordinal));
        var otherwise = RecordedHistory.Parse(HistoryShelf.Text(file).Replace("\"closes\"", "\"closing\"", StringComparison.Ordinal));

        var fault = Assert.Throws<InvalidDataException>(() => app.App.Functions.Histories.Replay(otherwise));

        Assert.Contains(nameof(FixClosingManifest), fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Recordings_are_read_and_written_alike_and_stay_small()
    {
        var recordings = HistoryShelf.All();
        Assert.All(recordings, recording => Assert.Equal(HistoryShelf.Text(recording.File), recording.History.ToJson()));
        Assert.InRange(recordings.Sum(recording => HistoryShelf.Text(recording.File).Length), 1, MostBytes);
    }
}
