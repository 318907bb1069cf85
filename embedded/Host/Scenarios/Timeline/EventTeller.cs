using System.Globalization;
using NodaTime;
using Samkjop.Audit;
using Samkjop.Ports;

namespace Samkjop.Host.Scenarios;

/// <summary>Tells what the audit log says since the last time.</summary>
internal sealed class EventTeller
{
    private readonly IDocumentStore _store;
    private readonly string _roundId;
    private readonly TimelineWriter _timeline;
    private readonly Names _names;
    private readonly RoundFacts _facts;
    private readonly EventTexts _texts;
    private readonly EventGroups _groups;

    public EventTeller(IDocumentStore store, Scenario scenario, TimelineWriter timeline)
    {
        (_store, _roundId, _timeline) = (store, scenario.RoundId, timeline);
        _names = new Names(scenario);
        _facts = new RoundFacts(store, scenario.RoundId);
        _texts = new EventTexts(_names, _facts);
        _groups = new EventGroups(_names);
    }

    /// <summary>The last entry told.</summary>
    public long Last { get; set; }

    /// <summary>
    /// Tells the new entries of before an instant, by instant; within one instant in the order of a round's life. An instant is told when it is over:
    /// what a crash cuts in two is told as a whole all the same.
    /// </summary>
    public async Task TellAsync(Instant before)
    {
        var entries = new List<AuditEntry>();
        while (await _store.FindAsync<AuditEntry>(_roundId, AuditEntry.IdOf(Last + 1)) is { Document: var entry } && entry.At < before)
        {
            entries.Add(entry);
            Last++;
        }

        await _facts.LoadAsync(entries);
        var groups = entries
            .OrderBy(entry => entry.At).ThenBy(entry => EventOrder.PlaceOf(entry.Event)).ThenBy(Subject, StringComparer.Ordinal).ThenBy(Sequence)
            .GroupBy(entry => (entry.At, EventOrder.KeyOf(entry)));
        foreach (var group in groups)
        {
            Tell([.. group]);
        }
    }

    private void Tell(IReadOnlyList<AuditEntry> entries)
    {
        if (_groups.Of([.. entries.Select(entry => entry.Event)]) is { } together)
        {
            _timeline.Line(entries[0].At, together.Who ?? _names.Actor(entries[0].By), together.What);
            return;
        }

        foreach (var entry in entries)
        {
            if (_texts.Of(entry.Event) is { } what)
            {
                _timeline.Line(entry.At, _names.Actor(entry.By), what);
            }
        }
    }

    private static string Subject(AuditEntry entry) => entry.Source.Split('#')[0];

    private static long Sequence(AuditEntry entry) =>
        entry.Source.Split('#') is [_, var number] && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) ? sequence : 0;
}
