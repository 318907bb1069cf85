namespace Samkjop.Health;

/// <summary>A part of the platform that can be asked how it is. Adapters register their own beside those of the app.</summary>
public interface IPlatformPart
{
    /// <summary>In camel case, as the probes name it.</summary>
    string Name { get; }

    /// <summary>What does not work while the part does not answer, and what to do: the end of a sentence.</summary>
    string Consequence { get; }

    /// <summary>Looks once. Any exception means that the part does not answer.</summary>
    Task<PartFinding> LookAsync(CancellationToken cancellationToken);
}

/// <summary>What a look found.</summary>
/// <param name="State">How it is.</param>
/// <param name="What">What is wrong and what to do, in words that everyone may read: no data. Null when nothing is.</param>
/// <param name="Detail">More, for administrators alone: ids and counts, never what is sealed.</param>
public sealed record PartFinding(PartState State, string? What = null, string? Detail = null)
{
    public static PartFinding Fine(string? detail = null) => new(PartState.Ok, Detail: detail);
}

public enum PartState
{
    Ok,

    /// <summary>Requests are served; somebody should look.</summary>
    Degraded,

    /// <summary>Requests that need it are refused until it answers.</summary>
    Failing,
}
