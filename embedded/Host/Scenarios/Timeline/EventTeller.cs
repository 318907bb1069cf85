using System.Globalization;
using NodaTime;
using Samkjop.Audit;
using Samkjop.Ports;

namespace Samkjop.Host.Scenarios;

/// <summary>Tells what the audit logs of the scenario's rounds say since the last time.</summary>
internal sealed class EventTeller
{
    private readonly IDocumentStore _store;
    private readonly TimelineWriter _timeline;
    private readonly Names _names;
    private readonly EventGroups _groups;
    private readonly IReadOnlyList<ToldRound> _rounds;

    public EventTeller(IDocumentStore store, Scenario scenario, TimelineWriter timeline)
    {
        (_store, _timeline) = (store, timeline);
        _names = new Names(scenario);
        _groups = new EventGroups(_names);
        _rounds = [.. scenario.RoundIds.Select((id, place) => new ToldRound(id, place, place == 0 ? "" : $"[{id}] ", new RoundFacts(store, id), _names))];
    }

    /// <summary>The last entry told of each round, in the order of the scenario's rounds.</summary>
    public IReadOnlyList<long> Last
    {
        get => [.. _rounds.Select(round => round.Last)];
        set
        {
            foreach (var (round, last) in _rounds.Zip(value))
            {
                round.Last = last;
            }
        }
    }

    /// <summary>
    /// Tells the new entries of before an instant, by instant; within one instant in the order of a round's life. An instant is told when it is over:
    /// what a crash cuts in two is told as a whole all the same.
    /// </summary>
    public async Task TellAsync(Instant before)
    {
        var entries = new List<(ToldRound Round, AuditEntry Entry)>();
        foreach (var round in _rounds)
        {
            var news = await NewsAsync(round, before);
            await round.Facts.LoadAsync(news);
            entries.AddRange(news.Select(entry => (round, entry)));
        }

        var groups = entries
            .OrderBy(told => told.Entry.At).ThenBy(told => told.Round.Place)
            .ThenBy(told => EventOrder.PlaceOf(told.Entry.Event)).ThenBy(told => Subject(told.Entry), StringComparer.Ordinal).ThenBy(told => Sequence(told.Entry))
            .GroupBy(told => (told.Entry.At, told.Round, EventOrder.KeyOf(told.Entry)), told => told.Entry);
        foreach (var group in groups)
        {
            Tell(group.Key.Round, [.. group]);
        }
    }

    private async Task<List<AuditEntry>> NewsAsync(ToldRound round, Instant before)
    {
        var news = new List<AuditEntry>();
        while (await _store.FindAsync<AuditEntry>(round.Id, AuditEntry.IdOf(round.Last + 1)) is { Document: var entry } && entry.At < before)
        {
            news.Add(entry);
            round.Last++;
        }

        return news;
    }

    private void Tell(ToldRound round, IReadOnlyList<AuditEntry> entries)
    {
        if (_groups.Of([.. entries.Select(entry => entry.Event)]) is { } together)
        {
            _timeline.Line(entries[0].At, together.Who ?? _names.Actor(entries[0].By), round.Prefix + together.What);
            return;
        }

        foreach (var entry in entries)
        {
            if (round.Texts.Of(entry.Event) is { } what)
            {
                _timeline.Line(entry.At, _names.Actor(entry.By), round.Prefix + what);
            }
        }
    }

    private static string Subject(AuditEntry entry) => entry.Source.Split('#')[0];

    private static long Sequence(AuditEntry entry) =>
        entry.Source.Split('#') is [_, var number] && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) ? sequence : 0;

    /// <param name="Id">The round.</param>
    /// <param name="Place">Its place among the scenario's rounds.</param>
    /// <param name="Prefix">What its lines begin with.</param>
    /// <param name="Facts">What its events refer to.</param>
    /// <param name="Names">What ids are called.</param>
    private sealed record ToldRound(string Id, int Place, string Prefix, RoundFacts Facts, Names Names)
    {
        /// <summary>The last entry told.</summary>
        public long Last { get; set; }

        public EventTexts Texts { get; } = new(Names, Facts);
    }
}
