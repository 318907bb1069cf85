using System.Globalization;
using Samkjop.Documents;
using Samkjop.Purchasing.Scoring;

namespace Samkjop.Purchasing;

/// <summary>
/// Weighted points per bid as one bar each, criterion beside criterion. Criteria are told apart by their number in the bar and the gap between parts, with or
/// without colour; points below zero lie to the left of the line. The same numbers stand in the tables; the description says them to those who hear the page.
/// </summary>
internal sealed class ComparisonChart(LotRanking ranking, Func<BidScore, string> nameOf)
{
    private const int Width = 720;
    private const int Left = 214;
    private const int Right = 636;
    private const int RowHeight = 36;
    private const int BarHeight = 20;
    private const int Top = 28;
    private const int MaxLabel = 27;

    /// <summary>The least that the axis reaches down to; a bar that goes further ends in a mark, and its number stands beside it.</summary>
    private const decimal LeastMinimum = -10;

    /// <summary>All dark enough for white text upon them.</summary>
    private static readonly string[] Colours = ["#2a2859", "#2f7d5e", "#96600f", "#6d4f96", "#35688f", "#9b3f3a"];

    private readonly decimal _minimum = Math.Max(LeastMinimum, Math.Floor(ranking.Bids.Min(Below) / 2) * 2);

    public Html Render() => Html.Of($"""
        <figure>
        <figcaption>{new Text("Vektede poeng per tilbud", "Weighted points per bid")}</figcaption>
        <svg viewBox="0 0 {N(Width)} {N(Height)}" role="img" aria-labelledby="points-title points-desc" font-size="13" fill="#1d1d1f">
        <title id="points-title">Vektede poeng per tilbud – Weighted points per bid</title>
        <desc id="points-desc">{Description}</desc>
        {Html.Each(Ticks, Tick)}
        {Html.Each(ranking.Bids.Index(), row => Row(row.Index, row.Item))}
        <line x1="{N(Place(0))}" x2="{N(Place(0))}" y1="{N(Top - 6)}" y2="{N(Height - 6)}" stroke="#1d1d1f"/>
        </svg>
        </figure>
        {Legend()}
        """);

    private int Height => Top + (ranking.Bids.Count * RowHeight) + 8;

    private IEnumerable<decimal> Ticks => Enumerable.Range(0, (int)((10 - _minimum) / 2) + 1).Select(i => _minimum + (i * 2));

    private string Description => string.Join(" ", ranking.Bids.Select(bid =>
        $"{bid.Rank}. {nameOf(bid)}: {NorwegianNumber.Points(bid.Total)} poeng ({string.Join("; ", bid.Criteria.Select((c, i) => $"{ranking.Model.Criteria[i].Name.No} {NorwegianNumber.Points(c.WeightedPoints)}"))})."));

    private Html Legend() => Html.Of($"""
        <p class="legend">{Html.Each(ranking.Model.Criteria.Index(), criterion => Html.Of($"""
            <span><svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true"><rect width="18" height="18" fill="{ColourOf(criterion.Index)}"/>{Number(criterion.Index, 9, 13)}</svg> {criterion.Item.Name} ({NorwegianNumber.Percent(criterion.Item.WeightPercent)})</span>
            """))}</p>
        """);

    private Html Tick(decimal value)
    {
        var x = N(Place(value));
        return Html.Of($"""
            <line x1="{x}" x2="{x}" y1="{N(Top - 6)}" y2="{N(Height - 6)}" stroke="#dfe2e8"/><text x="{x}" y="14" text-anchor="middle" font-size="11" fill="#5b6068">{NorwegianNumber.Whole((long)value)}</text>
            """);
    }

    private Html Row(int index, BidScore bid)
    {
        var y = Top + (index * RowHeight) + (RowHeight / 2m);
        return Html.Of($"""
            {Html.When(index == 0, () => Html.Of($"<rect x=\"0\" y=\"{N(y - (RowHeight / 2m))}\" width=\"{N(Width)}\" height=\"{N(RowHeight)}\" fill=\"#eaf6ef\"/>"))}
            <text x="8" y="{N(y + 4.5m)}" font-weight="{(index == 0 ? "600" : "400")}">{N(bid.Rank)}. {Short(nameOf(bid))}</text>
            {Html.Each(Parts(bid), part => Bar(part, y))}
            {Html.When(Below(bid) < _minimum, () => Html.Of($"<text x=\"{N(Left + 3)}\" y=\"{N(y + 4.5m)}\" font-size=\"14\" fill=\"#fff\">«</text>"))}
            <text x="{N(Width - 8)}" y="{N(y + 4.5m)}" text-anchor="end" font-weight="600">{NorwegianNumber.Points(bid.Total)}</text>
            """);
    }

    /// <summary>Where each criterion's part lies: points above zero one after another to the right, those below to the left.</summary>
    private static IEnumerable<(int Criterion, decimal From, decimal To)> Parts(BidScore bid)
    {
        var (above, below) = (0m, 0m);
        foreach (var (i, criterion) in bid.Criteria.Index())
        {
            if (criterion.WeightedPoints < 0)
            {
                yield return (i, below + criterion.WeightedPoints, below);
                below += criterion.WeightedPoints;
            }
            else
            {
                yield return (i, above, above + criterion.WeightedPoints);
                above += criterion.WeightedPoints;
            }
        }
    }

    private Html Bar((int Criterion, decimal From, decimal To) part, decimal y)
    {
        var (from, to) = (Place(part.From), Place(part.To));
        var width = to - from - 1;
        return width <= 0
            ? Html.Empty
            : Html.Of($"""
                <rect x="{N(from)}" y="{N(y - (BarHeight / 2m))}" width="{N(width)}" height="{N(BarHeight)}" fill="{ColourOf(part.Criterion)}"/>{Html.When(width >= 13, () => Number(part.Criterion, from + (width / 2), y + 4))}
                """);
    }

    private static Html Number(int criterion, decimal x, decimal y) =>
        Html.Of($"<text x=\"{N(x)}\" y=\"{N(y)}\" text-anchor=\"middle\" font-size=\"11\" font-weight=\"600\" fill=\"#fff\">{N(criterion + 1)}</text>");

    private static decimal Below(BidScore bid) => bid.Criteria.Sum(criterion => Math.Min(0, criterion.WeightedPoints));

    private decimal Place(decimal points) => Left + ((Math.Clamp(points, _minimum, 10) - _minimum) / (10 - _minimum) * (Right - Left));

    private static string ColourOf(int criterion) => Colours[criterion % Colours.Length];

    private static string Short(string name) => name.Length <= MaxLabel ? name : name[..(MaxLabel - 1)].TrimEnd() + "…";

    /// <summary>A coordinate; never in the reader's number format.</summary>
    private static string N(decimal coordinate) => Math.Round(coordinate, 2).ToString("0.##", CultureInfo.InvariantCulture);
}
