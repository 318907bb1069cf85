using System.Globalization;
using NodaTime;
using Samkjop.Calendar;
using Samkjop.Health;
using Samkjop.State;

namespace Samkjop.Functions.Health.Parts;

/// <summary>The time zone data is recent enough for deadlines of today.</summary>
internal sealed class TimeZonesPart(TimeProvider clock) : IPlatformPart
{
    private const int OldAfterYears = 2;

    public string Name => "timeZones";

    public string Consequence => "local deadlines cannot be reckoned. The package NodaTime is broken; deploy the app anew";

    public Task<PartFinding> LookAsync(CancellationToken cancellationToken)
    {
        var version = DateTimeZoneProviders.Tzdb.VersionId;
        var detail = $"{OsloTime.Zone.Id} by {version}";
        return Task.FromResult(YearOf(version) is { } year && clock.Now().InUtc().Year - year >= OldAfterYears
            ? new PartFinding(
                PartState.Degraded, "the time zone data is years old; should Norway have changed its clock since, deadlines would be wrong. Update the package NodaTime", detail)
            : PartFinding.Fine(detail));
    }

    /// <summary>Of <c>TZDB: 2025b (mapping: …)</c>.</summary>
    private static int? YearOf(string version) =>
        version.Split(' ') is [_, { Length: > 4 } release, ..] && int.TryParse(release.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null;
}
