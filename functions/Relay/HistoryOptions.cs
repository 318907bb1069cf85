using System.ComponentModel.DataAnnotations;

namespace Samkjop.Functions.Relay;

/// <summary>How long finished orchestrations are kept.</summary>
public sealed record HistoryOptions
{
    /// <summary>Section of the configuration.</summary>
    public const string Section = "History";

    /// <summary>Days from its end until the history of a completed orchestration is purged, 1–3650. Documents and audit log are not touched.</summary>
    [Range(1, 3650)]
    public int RetentionDays { get; init; } = 90;
}
