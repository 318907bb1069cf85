using NodaTime;
using NodaTime.Text;
using Samkjop.Calendar;
using YamlDotNet.RepresentationModel;

namespace Samkjop.Host.Scenarios;

/// <summary>Reads the times of a file: local, Europe/Oslo.</summary>
internal static class Clock
{
    private static readonly LocalDateTimePattern Pattern = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");
    private static readonly LocalDateTimePattern WithSeconds = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss");

    /// <summary>The instant of a local time; null, with a finding, when it is none.</summary>
    public static Instant? Read(YamlNode node, Findings findings)
    {
        if (node is not YamlScalarNode { Value: { } text })
        {
            findings.Add(node, $"Expected a local time such as 2021-03-24T09:00, found {MappingReader.Describe(node)}.");
            return null;
        }

        var parsed = Pattern.Parse(text);
        parsed = parsed.Success ? parsed : WithSeconds.Parse(text);
        if (!parsed.Success)
        {
            findings.Add(node, $"'{text}' is not a time. Expected local time in Oslo such as 2021-03-24T09:00.");
            return null;
        }

        return Resolve(node, parsed.Value, findings);
    }

    /// <summary>A local time some while after an instant: days by the calendar, hours by the clock.</summary>
    public static Instant? After(YamlNode node, Instant from, Period period, Findings findings)
    {
        var days = OsloTime.ToLocal(from) + DateUnits(period);
        return Resolve(node, days, findings) is { } at ? at + TimeUnits(period) : null;
    }

    /// <summary>As <see cref="After(YamlNode, Instant, Period, Findings)"/>, for times that are only known when the scenario is played: one that the clock skips becomes the next that exists.</summary>
    public static Instant After(Instant from, Period period) =>
        OsloTime.Zone.AtLeniently(OsloTime.ToLocal(from) + DateUnits(period)).ToInstant() + TimeUnits(period);

    private static Instant? Resolve(YamlNode node, LocalDateTime local, Findings findings)
    {
        var result = OsloTime.ToInstant(local, RepeatedTime.Earlier);
        if (result.Refusal is { } refusal)
        {
            findings.Add(node, refusal.En);
        }

        return result.InstantOrNull;
    }

    private static Period DateUnits(Period period) =>
        new PeriodBuilder { Years = period.Years, Months = period.Months, Weeks = period.Weeks, Days = period.Days }.Build();

    private static Duration TimeUnits(Period period) =>
        new PeriodBuilder(period) { Years = 0, Months = 0, Weeks = 0, Days = 0 }.Build().ToDuration();
}
