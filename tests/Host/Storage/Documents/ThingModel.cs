using Samkjop.Ports;

namespace Samkjop.Tests.Host.Storage;

/// <summary>What a store should do, as a dictionary, and whether it does. Its documents are told from those of other models by a prefix of partition and mark.</summary>
internal sealed class ThingModel(IDocumentStore store, string universe)
{
    private readonly Dictionary<(string Partition, string Id), Stored<Thing>> _things = [];
    private readonly List<string> _formerETags = ["never-was"];
    private int _writes;

    public Task TakeAsync(ThingStep step) => step.Kind switch
    {
        ThingStepKind.Create => CreateAsync(step),
        ThingStepKind.Replace => ReplaceAsync(step),
        ThingStepKind.Delete => DeleteAsync(step),
        ThingStepKind.Find => FindAsync(step),
        ThingStepKind.List => ListAsync(step, Partition(step)),
        _ => ListAsync(step, partition: null),
    };

    private string Partition(ThingStep step) => $"{universe}:{step.Partition}";

    private string? Mark(string? word) => word is null ? null : $"{universe}:{word}";

    private Thing Written(ThingStep step) => new(Partition(step), step.Id, $"{++_writes}") { Word = Mark(step.Mark) };

    private Stored<Thing>? Known(ThingStep step) => _things.GetValueOrDefault((Partition(step), step.Id));

    private async Task CreateAsync(ThingStep step)
    {
        var thing = Written(step);
        if (Known(step) is null)
        {
            Keep(await store.CreateAsync(thing), thing);
        }
        else
        {
            await Assert.ThrowsAsync<DocumentExistsException>(() => store.CreateAsync(thing));
        }
    }

    private async Task ReplaceAsync(ThingStep step)
    {
        var thing = Written(step);
        if (Known(step) is { } known && !step.Stale)
        {
            _formerETags.Add(known.ETag);
            Keep(await store.ReplaceAsync(thing, known.ETag), thing);
        }
        else
        {
            await Assert.ThrowsAsync<DocumentChangedException>(() => store.ReplaceAsync(thing, _formerETags[^1]));
        }
    }

    private async Task DeleteAsync(ThingStep step)
    {
        if (Known(step) is { } known && !step.Stale)
        {
            await store.DeleteAsync<Thing>(Partition(step), step.Id, known.ETag);
            _formerETags.Add(known.ETag);
            _things.Remove((Partition(step), step.Id));
        }
        else
        {
            await Assert.ThrowsAsync<DocumentChangedException>(() => store.DeleteAsync<Thing>(Partition(step), step.Id, _formerETags[^1]));
        }
    }

    private async Task FindAsync(ThingStep step) => Assert.Equal(Known(step), await store.FindAsync<Thing>(Partition(step), step.Id));

    /// <summary>Across partitions only what bears a mark is this model's alone.</summary>
    private async Task ListAsync(ThingStep step, string? partition)
    {
        var mark = Mark(partition is null ? step.Mark ?? "open" : step.Mark);
        var query = new DocumentQuery(mark, step.Prefix, PageSize: step.PageSize, Descending: step.Descending);
        List<Stored<Thing>> read = [];
        do
        {
            var page = partition is null ? await store.ListAcrossAsync<Thing>(query) : await store.ListAsync<Thing>(partition, query);
            Assert.True(page.Items.Count == step.PageSize || page.Continuation is null);
            read.AddRange(page.Items);
            query = query with { Continuation = page.Continuation };
        }
        while (query.Continuation is not null);

        var expected = _things.Values
            .Where(s => (partition is null || s.Document.RoundId == partition) && (mark is null || s.Document.Word == mark)
                && s.Document.ThingId.StartsWith(step.Prefix ?? "", StringComparison.Ordinal))
            .OrderBy(s => s.Document.RoundId, StringComparer.Ordinal).ThenBy(s => s.Document.ThingId, StringComparer.Ordinal);
        Assert.Equal(step.Descending ? expected.Reverse() : expected, read);
    }

    private void Keep(Stored<Thing> stored, Thing thing)
    {
        Assert.Equal(thing, stored.Document);
        Assert.DoesNotContain(stored.ETag, _formerETags);
        _things[(thing.RoundId, thing.ThingId)] = stored;
    }
}
