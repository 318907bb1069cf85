using Samkjop.Tests.DurableTask.Victim;

// Starts orchestrations from the given number on, raises their events, and tells what was acknowledged, until it is killed.
var (path, first) = (args[0], int.Parse(args[1]));
await using var shop = await VictimShop.OpenAsync(path);
var next = first - 1;
await Task.WhenAll(Enumerable.Range(0, 16).Select(async _ =>
{
    while (true)
    {
        var number = Interlocked.Increment(ref next);
        await shop.StartAsync(number);
        Tell($"started {number} .");
        await shop.RaiseAsync(number);
        Tell($"raised {number} .");
    }
}));

static void Tell(string what)
{
    lock (Console.Out) Console.WriteLine(what);
}
