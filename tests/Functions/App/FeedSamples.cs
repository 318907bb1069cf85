using Microsoft.Azure.Functions.Worker;

namespace Samkjop.Tests.Functions.App;

public sealed record Thing(string Id, int Size);

public sealed class FeedSamples(Journal journal)
{
    [Function("ThingsChanged")]
    public void ThingsChanged(
        [CosmosDBTrigger("samkjop", "things", LeaseContainerPrefix = "changed", StartFromBeginning = true, MaxItemsPerInvocation = 2)] IReadOnlyList<Thing> things)
    {
        journal.Write($"things {string.Join(',', things.Select(t => $"{t.Id}:{t.Size}"))}");
        if (things.Any(t => t.Size < 0))
            throw new InvalidOperationException("a negative thing");
    }

    [Function("ThingsFromNow")]
    [FixedDelayRetry(1, "00:00:30")]
    public void ThingsFromNow([CosmosDBTrigger("samkjop", "things", LeaseContainerPrefix = "now")] IReadOnlyList<Thing> things)
    {
        journal.Write($"fresh {string.Join(',', things.Select(t => t.Id))}");
        if (things.Any(t => t.Size < 0))
            throw new InvalidOperationException("a negative thing");
    }
}
