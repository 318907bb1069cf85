using NodaTime;
using Samkjop.Documents;
using Samkjop.Purchasing.Protocol;

namespace Samkjop.Purchasing.Fleet;

/// <summary>The round report as one self-contained page: where the round is, how its deliveries have come, and what it does to the fleet. Reads on screen and prints on A4.</summary>
public static class RoundReportHtml
{
    /// <summary>The page.</summary>
    /// <param name="round">The round.</param>
    /// <param name="systemName">The purchasing system's name.</param>
    /// <param name="effect">The effect, as the reader may see it.</param>
    /// <param name="isPart">Whether the reader sees its own agency and the sum only.</param>
    /// <param name="now">When it is produced.</param>
    /// <param name="deliveries">The section about deliveries; null for none.</param>
    public static Html Render(Round round, Text systemName, FleetEffect effect, bool isPart, Instant now, Html? deliveries = null)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(effect);
        var title = new Text($"Runderapport {round.RoundId}", $"Round report {round.RoundId}");
        return PrintStyle.Page(title, Html.Of($"""
            <header>
            <h1>{title}</h1>
            <p class="lead">{round.Title} · {systemName}</p>
            </header>
            <dl>
            <dt>{new Text("Status", "State")}</dt><dd>{ProtocolHtml.PhaseName(round.Phase)}</dd>
            <dt>{new Text("Behov meldt innen", "Needs reported by")}</dt><dd>{ShortTime.End(round.Needs.Deadline)}</dd>
            <dt>{new Text("Delkontrakter", "Lots")}</dt><dd>{round.LotIds.Length}</dd>
            {Html.When(round.Invitation is not null, () => Html.Of($"<dt>{new Text("Inviterte leverandører", "Suppliers invited")}</dt><dd>{round.Invitation!.InvitedSupplierIds.Length}</dd>"))}
            {Html.When(round.Closing is not null, () => Html.Of($"<dt>{new Text("Avsluttet", "Closed")}</dt><dd>{ShortTime.Of(round.Closing!.At)}</dd>"))}
            </dl>
            {Html.When(isPart, () => Html.Of($"<p class=\"box\">{Part}</p>"))}
            {deliveries ?? Html.Of($"")}
            {FleetEffectHtml.Section(effect)}
            <footer>{new Text($"Laget {ShortTime.Of(now)}, norsk tid (Europe/Oslo).", $"Produced {ShortTime.Of(now)}, Norwegian time (Europe/Oslo).")}</footer>
            """));
    }

    private static Text Part { get; } = new(
        "Du ser din egen virksomhet og summen for alle. De som gjennomfører runden, ser hver virksomhet.",
        "You see your own agency and the sum of all. Those who run the round see each agency.");
}
