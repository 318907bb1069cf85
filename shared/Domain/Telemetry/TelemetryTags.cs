namespace Samkjop.Telemetry;

/// <summary>
/// The only tags that the app's spans and metrics carry. Never bid contents, who has bid while bids are sealed, persons or secrets: their values
/// are ids of rounds and kinds, words of closed lists, and counts.
/// </summary>
public static class TelemetryTags
{
    /// <summary>A round's id; spans only.</summary>
    public const string Round = "samkjop.round.id";

    /// <summary>A round's phase.</summary>
    public const string Phase = "samkjop.round.phase";

    /// <summary>The kind of document that a command decided on.</summary>
    public const string Kind = "samkjop.kind";

    /// <summary>What became of it: <c>accepted</c>, <c>unchanged</c>, or the code of the refusal.</summary>
    public const string Outcome = "samkjop.outcome";

    /// <summary>How often a command was decided until nobody else was first; 1 or more.</summary>
    public const string Attempts = "samkjop.attempts";

    /// <summary>How many events were decided or relayed.</summary>
    public const string Events = "samkjop.events";

    /// <summary>Why a round counts as stuck.</summary>
    public const string Reason = "samkjop.reason";

    /// <summary>What was found of a webhook or an upload.</summary>
    public const string Verdict = "samkjop.verdict";

    /// <summary>What was asked of the blob store.</summary>
    public const string Operation = "samkjop.operation";

    /// <summary>A container of blobs.</summary>
    public const string Container = "samkjop.container";

    /// <summary>A queue.</summary>
    public const string Queue = "samkjop.queue";
}
