using Samkjop.Health;

namespace Samkjop.Functions.Health;

/// <summary>
/// Looks at every part of the platform at once. One that hangs is given up after <see cref="Patience"/>, by the machine's clock, so that the probe answers.
/// One look serves everyone who asks within <see cref="Freshness"/>: probes are open to all, and must not be a way to load the stores.
/// </summary>
public sealed class PlatformInspector(IEnumerable<IPlatformPart> parts, TimeProvider clock)
{
    /// <summary>How long a part may take.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>How long what was found is told again, by the business clock.</summary>
    public static readonly TimeSpan Freshness = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private Task<IReadOnlyDictionary<string, PartFinding>>? _latest;
    private DateTimeOffset _began;

    /// <summary>What was found, by the part's name; never throws for a part's sake.</summary>
    /// <param name="besides">Parts that only the caller knows.</param>
    public Task<IReadOnlyDictionary<string, PartFinding>> InspectAsync(params IReadOnlyList<IPlatformPart> besides)
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            if (_latest is null || now - _began >= Freshness)
            {
                (_latest, _began) = (LookAtAllAsync([.. parts, .. besides]), now);
            }

            return _latest;
        }
    }

    /// <summary>Looks at one part, with its time limit.</summary>
    public static async Task<PartFinding> LookAsync(IPlatformPart part)
    {
        ArgumentNullException.ThrowIfNull(part);
        using var limit = new CancellationTokenSource(Patience);
        try
        {
            // Begun on another thread: an adapter that blocks, or does not heed the token, must not hold the probe.
            return await Task.Run(() => part.LookAsync(limit.Token), CancellationToken.None).WaitAsync(Patience);
        }
        catch (Exception exception) when (exception is TimeoutException or OperationCanceledException)
        {
            return new PartFinding(PartState.Failing, $"did not answer within {Patience.TotalSeconds} seconds; {part.Consequence}");
        }
        catch (Exception exception)
        {
            return new PartFinding(PartState.Failing, $"does not answer ({exception.GetType().Name}); {part.Consequence}", exception.Message);
        }
    }

    private static async Task<IReadOnlyDictionary<string, PartFinding>> LookAtAllAsync(IReadOnlyList<IPlatformPart> all)
    {
        var looks = all.Select(part => (part.Name, Look: LookAsync(part))).ToList();
        var findings = new SortedDictionary<string, PartFinding>(StringComparer.Ordinal);
        foreach (var (name, look) in looks)
        {
            findings[name] = await look;
        }

        return findings;
    }
}
