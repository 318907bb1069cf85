using Samkjop.Health;
using Samkjop.Telemetry;

namespace Samkjop.Functions.Health;

/// <param name="Status"><c>healthy</c>; <c>degraded</c>: requests are served, somebody should look; <c>unhealthy</c>.</param>
/// <param name="Checks">Part → <c>ok</c>, or what is wrong and what to do.</param>
public sealed record HealthReport(string Status, IReadOnlyDictionary<string, string> Checks)
{
    internal const string Unhealthy = "unhealthy";

    internal static HealthReport Of(IReadOnlyDictionary<string, PartFinding> findings) =>
        new(StatusOf(findings), findings.ToDictionary(f => f.Key, f => f.Value.What ?? "ok", StringComparer.Ordinal));

    internal static string StatusOf(IReadOnlyDictionary<string, PartFinding> findings) => findings.Values.Select(f => f.State).DefaultIfEmpty().Max() switch
    {
        PartState.Failing => Unhealthy,
        PartState.Degraded => "degraded",
        _ => "healthy",
    };
}

/// <param name="Status">As in <see cref="HealthReport"/>.</param>
/// <param name="Checks">Part → what was found.</param>
public sealed record HealthDetails(string Status, IReadOnlyDictionary<string, HealthDetail> Checks)
{
    internal static HealthDetails Of(IReadOnlyDictionary<string, PartFinding> findings) => new(
        HealthReport.StatusOf(findings),
        findings.ToDictionary(f => f.Key, f => new HealthDetail(Words.Of(f.Value.State), f.Value.What, f.Value.Detail), StringComparer.Ordinal));
}

/// <param name="State"><c>ok</c>, <c>degraded</c> or <c>failing</c>.</param>
/// <param name="What">What is wrong and what to do.</param>
/// <param name="Detail">Ids and counts.</param>
public sealed record HealthDetail(string State, string? What, string? Detail);
