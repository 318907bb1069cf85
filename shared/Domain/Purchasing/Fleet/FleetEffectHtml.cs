using Samkjop.Documents;

namespace Samkjop.Purchasing.Fleet;

/// <summary>The effect on the fleet as a section of the round report: what it comes to, charts, tables, and how it was calculated.</summary>
internal static class FleetEffectHtml
{
    private static readonly Text Sum = new("Samlet", "In all");

    public static Html Section(FleetEffect effect) => Html.Of($"""
        <section>
        <h2>{new Text("Virkning på bilparken", "Effect on the fleet")}</h2>
        {Html.When(effect.Agencies.IsEmpty, () => Html.Of($"<p class=\"none\">{new Text("Ingen godkjente behov er med i runden, så den endrer ingen bilpark.", "No approved needs are in the round, so it changes no fleet.")}</p>"))}
        {Html.When(effect.Agencies.Length > 0 && effect.Total is null, () => Html.Of($"<p class=\"box\">{NoBaselines}</p>"))}
        {(effect.Total is { } total ? Measured(effect, total) : Html.Empty)}
        {Html.When(effect.Agencies.Length > 0, () => Progress(effect))}
        {Html.When(effect.Agencies.Any(a => a.Notes.Length > 0), () => Notes(effect))}
        {Html.When(effect.Total is not null, Method)}
        </section>
        """);

    private static Text NoBaselines { get; } = new(
        "Ingen av virksomhetene har importert et grunnlag som gjelder, så andel og alder kan ikke regnes ut. Antallene under gjelder likevel.",
        "No agency has imported a baseline that counts, so share and age cannot be calculated. The numbers below hold all the same.");

    private static Html Measured(FleetEffect effect, FleetComparison total)
    {
        var oldest = Math.Max(1m, effect.Agencies.Select(a => a.Comparison).OfType<FleetComparison>().Append(total)
            .SelectMany(c => new[] { c.Before, c.Planned, c.Realised }).Max(f => f.AverageAgeYears ?? 0));
        var step = oldest <= 5 ? 1 : oldest <= 12 ? 2 : oldest <= 30 ? 5 : 20;
        var top = Math.Ceiling(oldest / step) * step;
        var share = new FleetChart
        {
            Id = "share",
            Title = new Text("Andel fossile kjøretøy", "Share of fossil vehicles"),
            Measure = f => f.FossilShare,
            Maximum = 1,
            Ticks = [0, 0.25m, 0.5m, 0.75m, 1],
            TickName = value => NorwegianNumber.Percent(value * 100),
            Change = FleetText.ShareChange,
        };
        var age = new FleetChart
        {
            Id = "age",
            Title = new Text("Gjennomsnittlig alder", "Average age"),
            Measure = f => f.AverageAgeYears,
            Maximum = top,
            Ticks = [.. Enumerable.Range(0, (int)(top / step) + 1).Select(i => (decimal)i * step)],
            TickName = value => $"{NorwegianNumber.Whole((long)value)}\u00a0år",
            Change = FleetText.AgeChange,
        };
        foreach (var chart in new[] { share, age })
        {
            foreach (var agency in effect.Agencies.Where(a => a.Comparison is not null))
            {
                chart.Add(agency.Name, agency.Comparison!);
            }

            chart.Add("Samlet / In all", total, isTotal: true);
        }

        return Html.Of($"{Summary(total, effect.Progress)}{FleetChart.Legend()}{share.Render()}{age.Render()}{Comparisons(effect, total)}");
    }

    private static Html Summary(FleetComparison total, FleetProgress progress) => Html.Of($"""
        <div class="key">
        <div><b>{FleetText.Share(total.Before)} → {FleetText.Share(total.Planned)}</b><span>{new Text("andel fossile, slik det er planlagt", "share of fossil vehicles, as planned")}</span></div>
        <div><b>{FleetText.Share(total.Realised)}</b><span>{new Text("andel fossile nå, med det som er realisert", "share of fossil vehicles now, with what is realised")}</span></div>
        <div><b>{NorwegianNumber.Whole(progress.Realised)} / {NorwegianNumber.Whole(progress.Planned)}</b><span>{new Text("kjøretøy realisert av de planlagte", "vehicles realised of those planned")}</span></div>
        </div>
        """);

    private static Html Comparisons(FleetEffect effect, FleetComparison total) => Html.Of($"""
        <table class="tight">
        <caption>{new Text("Bilparken før runden, planlagt og realisert", "The fleet before the round, planned and realised")}</caption>
        <thead>
        <tr><th rowspan="2" scope="col">{new Text("Virksomhet", "Agency")}</th><th colspan="3" scope="colgroup" class="mid">{new Text("Kjøretøy", "Vehicles")}</th>
        <th colspan="3" scope="colgroup" class="mid">{new Text("Andel fossile", "Share fossil")}</th><th colspan="3" scope="colgroup" class="mid">{new Text("Snittalder, år", "Average age, years")}</th></tr>
        <tr>{Html.Each(Enumerable.Range(0, 3), _ => Html.Of($"<th class=\"num\" scope=\"col\">{new Text("før", "before")}</th><th class=\"num\" scope=\"col\">{new Text("plan", "planned")}</th><th class=\"num\" scope=\"col\">{new Text("reell", "realised")}</th>"))}</tr>
        </thead>
        <tbody>{Html.Each(effect.Agencies.Where(a => a.Comparison is not null), a => Html.Of($"""
            <tr><th scope="row">{a.Name}<br><small>{(a.BaselineDate is { } date ? ShortTime.Of(date) : "")}</small></th>{Cells(a.Comparison!)}</tr>
            """))}</tbody>
        <tfoot><tr><th scope="row">{Sum}</th>{Cells(total)}</tr></tfoot>
        </table>
        """);

    private static Html Cells(FleetComparison c) => Html.Of(
        $"{Cell(NorwegianNumber.Whole(c.Before.Vehicles))}{Cell(NorwegianNumber.Whole(c.Planned.Vehicles))}{Cell(NorwegianNumber.Whole(c.Realised.Vehicles))}{Cell(FleetText.Share(c.Before))}{Cell(FleetText.Share(c.Planned))}{Cell(FleetText.Share(c.Realised))}{Cell(FleetText.AgeNumber(c.Before))}{Cell(FleetText.AgeNumber(c.Planned))}{Cell(FleetText.AgeNumber(c.Realised))}");

    private static Html Cell(string text) => Html.Of($"<td class=\"num\">{text}</td>");

    private static Html Progress(FleetEffect effect) => Html.Of($"""
        <table class="tight">
        <caption>{new Text("Så langt er runden kommet", "How far the round has come")}</caption>
        <thead><tr><th scope="col">{new Text("Virksomhet", "Agency")}</th><th class="num" scope="col">{new Text("Planlagt", "Planned")}</th><th class="num" scope="col">{new Text("erstatter", "replacing")}</th>
        <th class="num" scope="col">{new Text("Godtatt", "Accepted")}</th><th class="num" scope="col">{new Text("venter avhending", "await disposal")}</th><th class="num" scope="col">{new Text("Realisert", "Realised")}</th><th class="num" scope="col">{new Text("Lån uavgjort", "Loan undecided")}</th></tr></thead>
        <tbody>{Html.Each(effect.Agencies, a => Html.Of($"<tr><th scope=\"row\">{a.Name}</th>{Numbers(a.Progress)}</tr>"))}</tbody>
        <tfoot><tr><th scope="row">{Sum}</th>{Numbers(effect.Progress)}</tr></tfoot>
        </table>
        """);

    private static Html Numbers(FleetProgress p) => Html.Each(
        new[] { p.Planned, p.PlannedReplacements, p.Accepted, p.AwaitingDisposal, p.Realised, p.Conditional }, number => Cell(NorwegianNumber.Whole(number)));

    private static Html Notes(FleetEffect effect) => Html.Of($"""
        <h3>{new Text("Merknader", "Notes")}</h3>
        <dl>{Html.Each(effect.Agencies.Where(a => a.Notes.Length > 0), a => Html.Of($"<dt>{a.Name}</dt><dd>{Html.Each(a.Notes, note => Html.Of($"<p>{note}</p>"))}</dd>"))}</dl>
        """);

    private static Html Method() => Html.Of($"""
        <h3>{new Text("Slik er det regnet", "How it is calculated")}</h3>
        <p>{new Text(
            "Grunnlaget er det nyeste som er datert før første endring i virksomhetens bilpark. Alder regnes på grunnlagets dato, og nye kjøretøy har alder 0, så tallene viser hva runden gjør, ikke at tiden går. Fossil betyr at kjøretøyet har eksos; ladbare hybrider er med. Et nytt kjøretøy er realisert når det er levert og godtatt, og avhendingen av det gamle er bekreftet.",
            "The baseline is the newest dated before the first change in the agency's fleet. Ages are of the baseline's day and new vehicles have age 0, so that the numbers show what the round does, not that time goes by. Fossil means that the vehicle has an exhaust; plug-in hybrids do. A new vehicle is realised when it is delivered and accepted, and the old one's disposal is confirmed.")}</p>
        """);
}
