using NodaTime;
using Samkjop.Documents;
using Samkjop.Purchasing.Scoring;

namespace Samkjop.Purchasing;

/// <summary>The bids for a lot beside each other as one self-contained page: chart, ranking, points and reasons per criterion, and those rejected. Reads on screen and prints on A4.</summary>
public static class ComparisonHtml
{
    /// <summary>The page.</summary>
    /// <param name="round">The round.</param>
    /// <param name="lot">The lot, ranked or ended without bids.</param>
    /// <param name="evaluations">Every bid for the lot as it was judged.</param>
    /// <param name="supplierNames">Names by supplier id; an id without one is shown itself.</param>
    /// <param name="now">When it is produced.</param>
    public static Html Render(Round round, Lot lot, IReadOnlyCollection<Evaluation> evaluations, IReadOnlyDictionary<string, string> supplierNames, Instant now)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(lot);
        ArgumentNullException.ThrowIfNull(evaluations);
        ArgumentNullException.ThrowIfNull(supplierNames);
        var byBid = evaluations.ToDictionary(evaluation => evaluation.BidId, StringComparer.Ordinal);
        var title = new Text("Sammenligning av tilbud", "Comparison of bids");
        return PrintStyle.Page(title, Html.Of($"""
            <header>
            <h1>{title}</h1>
            <p class="lead">{round.Title} · {lot.LotId} · {lot.Content.Title}</p>
            </header>
            {(lot.Ranking is { } ranking ? Ranked(ranking) : WithoutBids)}
            {Html.When(evaluations.Any(e => !e.IsAdmissible), () => Rejected(evaluations.Where(e => !e.IsAdmissible), NameOf))}
            <footer>{new Text($"Laget {ShortTime.Of(now)}, norsk tid (Europe/Oslo).", $"Produced {ShortTime.Of(now)}, Norwegian time (Europe/Oslo).")}</footer>
            """));

        string NameOf(string bidId) => byBid.TryGetValue(bidId, out var evaluation) ? supplierNames.GetValueOrDefault(evaluation.SupplierId, evaluation.SupplierId) : bidId;

        Html Ranked(LotRanking fixedRanking) => Html.Of($"""
            {new ComparisonChart(fixedRanking, bid => NameOf(bid.BidId)).Render()}
            {ComparisonTables.Ranking(fixedRanking, NameOf)}
            {Html.Each(fixedRanking.Model.Criteria.Index(), criterion => ComparisonTables.Criterion(fixedRanking, criterion.Index, byBid, NameOf))}
            {Method(fixedRanking)}
            """);
    }

    private static Html WithoutBids { get; } = Html.Of(
        $"<p class=\"box\">{new Text("Ingen tilbud kan vinne delkontrakten, så ingenting er rangert.", "No bid can win the lot, so nothing was ranked.")}</p>");

    private static Html Rejected(IEnumerable<Evaluation> rejected, Func<string, string> nameOf) => Html.Of($"""
        <h2>{new Text("Avviste tilbud", "Rejected bids")}</h2>
        <dl>{Html.Each(rejected, evaluation => Html.Of($"<dt>{nameOf(evaluation.BidId)}</dt><dd>{Html.Each(evaluation.RejectionReasons, reason => Html.Of($"<p>{reason}</p>"))}</dd>"))}</dl>
        """);

    private static Html Method(LotRanking ranking) => Html.Of($"""
        <h2>{new Text("Slik er det regnet", "How it is calculated")}</h2>
        <dl>
        <dt>{new Text("Prispoeng", "Price points")}</dt><dd>{FormulaOf(ranking.Model.Formula)} Pmin = {NorwegianNumber.Kroner(ranking.LowestPrice)}.</dd>
        <dt>{new Text("Øvrige poeng", "Other points")}</dt><dd>{new Text(
            "Gjennomsnittet av det evaluererne har gitt, 0–10, eller det alle er blitt enige om. Hvert kriteriums poeng ganges med vekten, og summen avgjør rekkefølgen.",
            "The mean of what the evaluators gave, 0–10, or what all of them agreed on. Each criterion's points are multiplied by its weight, and the sum decides the order.")}</dd>
        <dt>{new Text("Ved lik sum", "Equal totals")}</dt><dd>{TieBreakOf(ranking.Model.TieBreak)}</dd>
        <dt>{new Text("Etterprøving", "Verification")}</dt><dd>{new Text(
            "Rangeringen følger av eksporten for delkontrakten; hvem som helst som har filen, kan regne den ut på nytt med «samkjop recompute».",
            "The ranking follows from the lot's export; anyone who has the file can compute it again with \"samkjop recompute\".")}</dd>
        </dl>
        """);

    private static Text FormulaOf(PriceFormula formula) => formula switch
    {
        PriceFormula.Linear => new("Lineær: 10 − 10 · (P − Pmin) / Pmin; kan bli negativ.", "Linear: 10 − 10 · (P − Pmin) / Pmin; may be negative."),
        PriceFormula.Proportional => new("Forholdsmessig: 10 · Pmin / P.", "Proportional: 10 · Pmin / P."),
        _ => throw new ArgumentOutOfRangeException(nameof(formula), formula, "Not a price formula."),
    };

    private static Text TieBreakOf(TieBreak tieBreak) => tieBreak switch
    {
        TieBreak.LowestPrice => new("Lavest pris går foran; er også den lik, avgjør loddtrekning.", "The lowest price goes first; where that is equal too, the drawn lot decides."),
        TieBreak.EnvironmentScore => new("Høyest miljøpoeng går foran; er også de like, avgjør loddtrekning.", "The highest environment score goes first; where that is equal too, the drawn lot decides."),
        TieBreak.DrawnLot => new("Loddtrekning avgjør.", "The drawn lot decides."),
        _ => throw new ArgumentOutOfRangeException(nameof(tieBreak), tieBreak, "Not a tie-break."),
    };
}
