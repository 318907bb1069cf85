using System.Globalization;
using NodaTime;
using Samkjop.Audit;
using Samkjop.Ports;

namespace Samkjop.Host.Scenarios;

/// <summary>Tells what the audit log says since the last time.</summary>
internal sealed class EventTeller(IDocumentStore store, Scenario scenario, TimelineWriter timeline)
{
    private readonly Names _names = new(scenario);
    private readonly EventTexts _texts = new(new Names(scenario));

    /// <summary>The last entry told.</summary>
    public long Last { get; set; }

    /// <summary>Tells the entries that are new, by instant; within one instant in the order of a round's life.</summary>
    public async Task TellAsync()
    {
        var entries = new List<AuditEntry>();
        while (await store.FindAsync<AuditEntry>(scenario.RoundId, AuditEntry.IdOf(Last + 1)) is { Document: var entry })
        {
            entries.Add(entry);
            Last++;
        }

        var groups = entries
            .OrderBy(entry => entry.At).ThenBy(entry => EventTexts.Order(entry.Event)).ThenBy(Subject, StringComparer.Ordinal).ThenBy(Sequence)
            .GroupBy(entry => (entry.At, entry.By, entry.Event.GetType()));
        foreach (var group in groups)
        {
            Tell(group.Key.At, _names.Actor(group.Key.By), [.. group]);
        }
    }

    private void Tell(Instant at, string who, IReadOnlyList<AuditEntry> entries)
    {
        if (_texts.Many([.. entries.Select(entry => entry.Event)]) is { } together)
        {
            timeline.Line(at, who, together);
            return;
        }

        foreach (var what in entries.Select(entry => _texts.One(entry.Event)).OfType<string>())
        {
            timeline.Line(at, who, what);
        }
    }

    private static string Subject(AuditEntry entry) => entry.Source.Split('#')[0];

    private static long Sequence(AuditEntry entry) =>
        entry.Source.Split('#') is [_, var number] && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) ? sequence : 0;
}
