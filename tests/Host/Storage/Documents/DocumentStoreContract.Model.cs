using CsCheck;
using Samkjop.Ports;

namespace Samkjop.Tests.Host.Storage;

public abstract partial class DocumentStoreContract
{
    private static readonly Gen<ThingStep> Steps = Gen.Select(
        Drawn(ThingStepKind.Create, ThingStepKind.Create, ThingStepKind.Replace, ThingStepKind.Replace, ThingStepKind.Delete, ThingStepKind.Find, ThingStepKind.List, ThingStepKind.ListAcross),
        Drawn("2021-1", "2021-10", "2021-2"),
        Drawn("a", "A", "a-", "a.", "a_", "a-1", "a-10", "a-2", "b", "0"),
        Drawn<string?>(null, "open", "pending"),
        Drawn<string?>(null, "a", "a-", "b"),
        Gen.Int[1, 4],
        Gen.Bool,
        Gen.Bool)
        .Select((kind, partition, id, mark, prefix, pageSize, descending, stale) => new ThingStep(kind, partition, id, mark, prefix, pageSize, descending, stale));

    private static Gen<T> Drawn<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    [Fact]
    public async Task Whatever_is_done_the_store_does_as_a_dictionary_would()
    {
        var universe = 0;
        await Steps.Array[1, 40].SampleAsync(
            async steps =>
            {
                var model = new ThingModel(Store, $"{Interlocked.Increment(ref universe):D3}");
                foreach (var step in steps)
                {
                    await model.TakeAsync(step);
                }
            },
            iter: 40, threads: 1, print: steps => string.Join('\n', steps.Select(step => $"{step}")));
    }

    [Fact]
    public async Task Of_many_who_count_at_once_none_is_lost()
    {
        const int Writers = 8;
        const int Each = 10;
        await Store.CreateAsync(new Thing(Round, "counter", "0"), Cancel);

        await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Task.Run(async () =>
        {
            for (var counted = 0; counted < Each;)
            {
                var stored = (await Store.FindAsync<Thing>(Round, "counter", Cancel))!;
                try
                {
                    await Store.ReplaceAsync(stored.Document with { Text = $"{int.Parse(stored.Document.Text) + 1}" }, stored.ETag, Cancel);
                    counted++;
                }
                catch (DocumentChangedException)
                {
                    // Somebody else counted; read again.
                }
            }
        })));

        Assert.Equal($"{Writers * Each}", (await Store.FindAsync<Thing>(Round, "counter", Cancel))!.Document.Text);
    }
}
