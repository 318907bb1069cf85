using System.Globalization;
using Samkjop.Documents;

namespace Samkjop.Purchasing.Fleet;

/// <summary>
/// A chart of one measure per agency: a bar for before, a ring for planned, a diamond for realised. The three differ in shape, so that they are told apart
/// without colour and where they lie upon each other. The same numbers stand in the table; the description says so to those who hear the page.
/// </summary>
internal sealed class FleetChart
{
    private const int Width = 720;
    private const int Left = 244;
    private const int Right = 604;
    private const int RowHeight = 34;
    private const int Top = 34;
    private const int MaxLabel = 36;

    private readonly List<Row> _rows = [];

    /// <summary>Unique within the page; letters only.</summary>
    public required string Id { get; init; }

    public required Text Title { get; init; }

    /// <summary>The measure; null where there is nothing to measure.</summary>
    public required Func<FleetCount, decimal?> Measure { get; init; }

    /// <summary>The largest value on the axis, above 0.</summary>
    public required decimal Maximum { get; init; }

    /// <summary>Values that the axis names.</summary>
    public required IReadOnlyList<decimal> Ticks { get; init; }

    public required Func<decimal, string> TickName { get; init; }

    /// <summary>A change as people read it.</summary>
    public required Func<FleetCount, FleetCount, string> Change { get; init; }

    /// <summary>Adds a row below the others.</summary>
    public void Add(string name, FleetComparison comparison, bool isTotal = false) => _rows.Add(new Row(name, comparison, isTotal));

    public Html Render() => Html.Of($"""
        <figure>
        <figcaption>{Title}</figcaption>
        <svg viewBox="0 0 {N(Width)} {N(Height)}" role="img" aria-labelledby="{Id}-title {Id}-desc" font-size="13" fill="#1d1d1f">
        <title id="{Id}-title">{Title.No} – {Title.En}</title>
        <desc id="{Id}-desc">{Description}</desc>
        {Html.Each(Ticks, Tick)}
        <text x="{N(Right + 36)}" y="13" font-size="11" fill="#2a2859">plan</text><text x="{N(Right + 36)}" y="25" font-size="11" fill="#04593a">reell</text>
        {Html.Each(_rows.Index(), row => Line(row.Index, row.Item))}
        </svg>
        </figure>
        """);

    /// <summary>What the marks mean; once per page.</summary>
    public static Html Legend() => Html.Of($"""
        <p class="legend" role="note">
        <span><svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">{Before(9, 9)}</svg> {new Text("Før runden", "Before")}</span>
        <span><svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">{Planned(9, 9)}</svg> {new Text("Planlagt", "Planned")}</span>
        <span><svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">{Realised(9, 9)}</svg> {new Text("Realisert", "Realised")}</span>
        </p>
        """);

    private int Height => Top + (_rows.Count * RowHeight) + 8;

    private string Description => string.Join(" ", _rows.Select(r =>
        $"{r.Name}: plan {Change(r.Comparison.Before, r.Comparison.Planned)}, realisert {Change(r.Comparison.Before, r.Comparison.Realised)}."));

    private Html Tick(decimal value)
    {
        var x = N(Place(value));
        return Html.Of($"""
            <line x1="{x}" x2="{x}" y1="{N(Top - 8)}" y2="{N(Height - 6)}" stroke="#dfe2e8"/><text x="{x}" y="20" text-anchor="middle" font-size="11" fill="#5b6068">{TickName(value)}</text>
            """);
    }

    private Html Line(int index, Row row)
    {
        var y = Top + (index * RowHeight) + (RowHeight / 2m);
        var (before, planned, realised) = (Measure(row.Comparison.Before), Measure(row.Comparison.Planned), Measure(row.Comparison.Realised));
        return Html.Of($"""
            {Html.When(row.IsTotal, () => Html.Of($"<rect x=\"0\" y=\"{N(y - (RowHeight / 2m))}\" width=\"{N(Width)}\" height=\"{N(RowHeight)}\" fill=\"#f2f3fa\"/>"))}
            <text x="8" y="{N(y + 4.5m)}" font-weight="{(row.IsTotal ? "600" : "400")}">{Short(row.Name)}</text>
            {Span(before, planned, y, "#2a2859", "1.5")}{Span(before, realised, y, "#04784e", "4")}
            {Mark(before, y, Before)}{Mark(planned, y, Planned)}{Mark(realised, y, Realised)}
            <text x="{N(Right + 36)}" y="{N(y - 1)}" font-size="11.5" fill="#2a2859">{Change(row.Comparison.Before, row.Comparison.Planned)}</text>
            <text x="{N(Right + 36)}" y="{N(y + 12)}" font-size="11.5" fill="#04593a">{Change(row.Comparison.Before, row.Comparison.Realised)}</text>
            """);
    }

    private Html Span(decimal? from, decimal? to, decimal y, string colour, string thickness) => from is { } a && to is { } b && a != b
        ? Html.Of($"<line x1=\"{N(Place(a))}\" x2=\"{N(Place(b))}\" y1=\"{N(y)}\" y2=\"{N(y)}\" stroke=\"{colour}\" stroke-width=\"{thickness}\"/>")
        : Html.Empty;

    private Html Mark(decimal? value, decimal y, Func<decimal, decimal, Html> mark) => value is { } v ? mark(Place(v), y) : Html.Empty;

    private static Html Before(decimal x, decimal y) =>
        Html.Of($"<line x1=\"{N(x)}\" x2=\"{N(x)}\" y1=\"{N(y - 8)}\" y2=\"{N(y + 8)}\" stroke=\"#1d1d1f\" stroke-width=\"3\"/>");

    private static Html Planned(decimal x, decimal y) =>
        Html.Of($"<circle cx=\"{N(x)}\" cy=\"{N(y)}\" r=\"7\" fill=\"#fff\" stroke=\"#2a2859\" stroke-width=\"2\"/>");

    private static Html Realised(decimal x, decimal y) =>
        Html.Of($"<path d=\"M{N(x)} {N(y - 5)}L{N(x + 5)} {N(y)}L{N(x)} {N(y + 5)}L{N(x - 5)} {N(y)}Z\" fill=\"#04784e\"/>");

    private decimal Place(decimal value) => Left + (Math.Clamp(value / Maximum, 0, 1) * (Right - Left));

    private static string Short(string name) => name.Length <= MaxLabel ? name : name[..(MaxLabel - 1)].TrimEnd() + "…";

    /// <summary>A coordinate; never in the reader's number format.</summary>
    private static string N(decimal coordinate) => Math.Round(coordinate, 2).ToString("0.##", CultureInfo.InvariantCulture);

    private sealed record Row(string Name, FleetComparison Comparison, bool IsTotal);
}
