using Samkjop.Documents;
using Samkjop.Purchasing.Scoring;

namespace Samkjop.Purchasing;

/// <summary>The tables of the comparison: the ranking, and points with reasons for one criterion.</summary>
internal static class ComparisonTables
{
    public static Html Ranking(LotRanking ranking, Func<string, string> nameOf) => Html.Of($"""
        <h2>{new Text("Rangering", "Ranking")}</h2>
        <table>
        <thead><tr><th class="num" scope="col">{new Text("Plass", "Rank")}</th><th scope="col">{new Text("Leverandør", "Supplier")}</th><th class="num" scope="col">{new Text("Pris per kjøretøy", "Price per vehicle")}</th>
        <th class="num" scope="col">{new Text("Over laveste", "Above lowest")}</th><th class="num" scope="col">{new Text("Vektet sum", "Weighted total")}</th></tr></thead>
        <tbody>{Html.Each(ranking.Bids, bid => Html.Of($"""
            <tr class="{(bid.Rank == 1 ? "winner" : "")}"><td class="num">{bid.Rank}</td><td>{nameOf(bid.BidId)}{Html.When(bid.TieBreak is not null, () => Html.Of($"<p><small>{bid.TieBreak!}</small></p>"))}</td>
            <td class="num">{NorwegianNumber.Kroner(bid.Price)}</td><td class="num">{Above(bid.Price, ranking.LowestPrice)}</td><td class="num">{NorwegianNumber.Points(bid.Total)}</td></tr>
            """))}</tbody>
        </table>
        """);

    public static Html Criterion(LotRanking ranking, int index, IReadOnlyDictionary<string, Evaluation> evaluations, Func<string, string> nameOf)
    {
        var criterion = ranking.Model.Criteria[index];
        return Html.Of($"""
            <section>
            <h3>{new Text($"{index + 1}. {criterion.Name.No} – {NorwegianNumber.Percent(criterion.WeightPercent)}", criterion.Name.En)}</h3>
            <table>
            <thead><tr><th scope="col">{new Text("Leverandør", "Supplier")}</th><th class="num" scope="col">{new Text("Poeng", "Points")}</th><th class="num" scope="col">{new Text("Vektet", "Weighted")}</th>
            <th scope="col">{(criterion.Kind is Scoring.CriterionKind.Price ? new Text("Utregning", "Calculation") : new Text("Poeng og begrunnelse fra hver evaluerer", "Each evaluator's points and reason"))}</th></tr></thead>
            <tbody>{Html.Each(ranking.Bids, bid => Html.Of($"""
                <tr class="{(bid.Rank == 1 ? "winner" : "")}"><td>{nameOf(bid.BidId)}</td><td class="num">{NorwegianNumber.Points(bid.Criteria[index].Points)}</td>
                <td class="num">{NorwegianNumber.Points(bid.Criteria[index].WeightedPoints)}</td><td>{Reasons(bid.Criteria[index], evaluations.GetValueOrDefault(bid.BidId))}</td></tr>
                """))}</tbody>
            </table>
            </section>
            """);
    }

    /// <summary>What each evaluator gave; where nobody did, the formula with its numbers.</summary>
    private static Html Reasons(CriterionScore score, Evaluation? evaluation)
    {
        var given = evaluation?.Scores.SelectMany(s => s.Points.Where(p => p.CriterionId == score.CriterionId).Select(p => (s.Evaluator, p.Points, p.Reason))).ToArray() ?? [];
        return given.Length == 0
            ? Html.Of($"{score.Calculation}")
            : Html.Of($"{Html.Each(given, g => Html.Of($"<p><b>{g.Evaluator}</b>: {NorwegianNumber.UpToTwo(g.Points)} – {g.Reason}</p>"))}{Difference(score.CriterionId, evaluation!)}");
    }

    /// <summary>How far the evaluators are apart, and what they agreed on.</summary>
    private static Html Difference(string criterionId, Evaluation evaluation)
    {
        var agreed = Panel.HasAgreed(evaluation.Scores, evaluation.Agreement) ? evaluation.Agreement.Points.FirstOrDefault(points => points.CriterionId == criterionId) : null;
        return Html.Each(Independence.DifferencesIn(evaluation.Scores).Where(difference => difference.CriterionId == criterionId), difference => Html.Of($"""
            <p>{new Text($"Forskjell: {NorwegianNumber.UpToTwo(difference.Difference)} poeng.", $"Difference: {NorwegianNumber.UpToTwo(difference.Difference)} points.")}</p>
            {Html.When(agreed is not null, () => Html.Of($"<p><b>{new Text("Enige om", "Agreed on")}</b>: {NorwegianNumber.UpToTwo(agreed!.Points)} – {agreed.Reason}</p>"))}
            """));
    }

    private static string Above(decimal price, decimal lowest) =>
        price == lowest ? "–" : $"+{NorwegianNumber.Percent(Math.Round((price - lowest) / lowest * 100, 1, MidpointRounding.AwayFromZero))}";
}
