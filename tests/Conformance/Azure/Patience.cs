using Microsoft.Extensions.Hosting;

namespace Samkjop.Tests.Conformance.Backend;

/// <summary>Stops what holds streams open: those end only when they are cut.</summary>
internal static class Patience
{
    public static async Task StopAsync(IHost host)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(3));
        try
        {
            await host.StopAsync(patience.Token);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            // Cut off; what was in hand is given out again, as after a crash.
        }
    }
}
