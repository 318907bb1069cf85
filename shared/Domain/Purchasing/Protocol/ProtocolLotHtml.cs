using Samkjop.Documents;

namespace Samkjop.Purchasing.Protocol;

/// <summary>One lot of the protocol, on a page of its own: evaluation, rejections, award, letters, contract, orders.</summary>
internal static class ProtocolLotHtml
{
    public static Html Lot(ProtocolModel model, ProtocolLot lot) => Html.When(model.Round.OpenedAt is not null, () => Html.Of($"""
        <section class="new-page">
        <h2>{lot.Lot.LotId}: {lot.Lot.Content.Title}</h2>
        {Evaluation(lot)}
        {ProtocolCourseHtml.Outcome(lot.Lot)}
        {Rejections(lot)}
        {ProtocolCourseHtml.Notes(lot)}
        {Award(lot)}
        {ProtocolDisputesHtml.Of(lot)}
        {ProtocolDeliveryHtml.Contract(lot)}
        {ProtocolDeliveryHtml.Orders(lot, model.ProducedAt)}
        </section>
        """));

    private static Html Evaluation(ProtocolLot lot)
    {
        if (lot.Lot.Ranking is not { } ranking || lot.Ranked.IsEmpty)
        {
            return ProtocolHtml.None(lot.Lot is { Phase: LotPhase.WithoutBids, Outcome: not { IsCancellation: true } }
                ? new Text("Ingen tilbud kunne evalueres; delkontrakten er avsluttet uten tildeling.", "No bid could be evaluated; the lot ended without an award.")
                : new Text("Tilbudene er ikke rangert ennå.", "The bids are not ranked yet."));
        }

        var criteria = ranking.Model.Criteria;
        return Html.Of($"""
            <h3>{new Text("Evaluering", "Evaluation")}</h3>
            <table>
            <thead><tr><th class="num">#</th><th>{new Text("Leverandør", "Supplier")}</th><th class="num">{new Text("Pris", "Price")}</th>
            {Html.Each(criteria, c => Html.Of($"<th class=\"num\">{c.Name} {NorwegianNumber.Percent(c.WeightPercent)}</th>"))}<th class="num">{new Text("Sum", "Total")}</th></tr></thead>
            <tbody>{Html.Each(lot.Ranked, bid => Html.Of($"""
                <tr{Html.When(bid.Score.BidId == lot.Lot.Award?.BidId, () => Html.Of($" class=\"winner\""))}><td class="num">{bid.Score.Rank}</td><td>{bid.Supplier}<br>{bid.Model}</td><td class="num">{NorwegianNumber.Kroner(bid.Score.Price)}</td>
                {Html.Each(bid.Score.Criteria, c => Html.Of($"<td class=\"num\">{NorwegianNumber.Points(c.Points)}<br>→ {NorwegianNumber.Points(c.WeightedPoints)}</td>"))}<td class="num"><strong>{NorwegianNumber.Points(bid.Score.Total)}</strong></td></tr>
                """))}</tbody>
            </table>
            <p>{new Text("Poeng, og → poeng ganger vekt. Tallene er avrundet til fire desimaler; rangeringen bruker de eksakte.", "Points, and → points times weight. Numbers are rounded to four decimals; the ranking uses the exact ones.")}</p>
            {Html.Each(lot.Ranked.Where(bid => bid.Score.TieBreak is not null), bid => Html.Of($"<p>{bid.Supplier}: {bid.Score.TieBreak!}</p>"))}
            {Reasons(lot)}
            """);
    }

    private static Html Reasons(ProtocolLot lot)
    {
        var names = lot.Lot.Ranking!.Model.Criteria.ToDictionary(c => c.Id, c => c.Name, StringComparer.Ordinal);
        return Html.Of($"""
            <h3>{new Text("Begrunnelser", "Written reasons")}</h3>
            <table>
            <thead><tr><th>{new Text("Leverandør", "Supplier")}</th><th>{new Text("Kriterium", "Criterion")}</th><th class="num">{new Text("Poeng", "Points")}</th><th>{new Text("Begrunnelse", "Reason")}</th></tr></thead>
            <tbody>{Html.Each(lot.Ranked.SelectMany(bid => bid.Score.Criteria.Select(score => (bid, score))), row => Html.Of($"""
                <tr><td>{row.bid.Supplier}</td><td>{names[row.score.CriterionId]}</td><td class="num">{NorwegianNumber.Points(row.score.Points)}</td><td>{row.score.Calculation}</td></tr>
                """))}</tbody>
            </table>
            """);
    }

    private static Html Rejections(ProtocolLot lot) => Html.When(lot.Rejected.Length > 0, () => Html.Of($"""
        <h3>{new Text("Avviste tilbud", "Rejected bids")}</h3>
        <table>
        <thead><tr><th>{new Text("Leverandør", "Supplier")}</th><th>{new Text("Begrunnelse", "Reasons")}</th></tr></thead>
        <tbody>{Html.Each(lot.Rejected, bid => Html.Of($"<tr><td>{bid.Supplier}</td><td>{Html.Each(bid.Reasons, reason => Html.Of($"<p>{reason}</p>"))}</td></tr>"))}</tbody>
        </table>
        """));

    private static Html Award(ProtocolLot lot)
    {
        var (proposal, award) = (lot.Lot.Proposal, lot.Lot.Award);
        return Html.Of($"""
            <h3>{new Text("Tildeling", "Award")}</h3>
            {Html.Each(lot.Lot.ReturnedProposals, returned => Html.Of($"""
                <p>{new Text($"Innstilling på {returned.Proposal.BidId} ble ikke godkjent {ShortTime.Of(returned.At)}:", $"The proposal of {returned.Proposal.BidId} was not approved {ShortTime.Of(returned.At)}:")} {returned.Reason} (<code>{returned.By}</code>)</p>
                """))}
            {Html.When(award is null && proposal is null, () => ProtocolHtml.None(new Text("Ikke tildelt.", "Not awarded.")))}
            <dl>
            {Html.When(proposal is not null, () => Html.Of($"""
                <dt>{new Text("Innstilt", "Proposed")}</dt><dd>{ShortTime.Of(proposal!.At)}, <code>{proposal.By}</code>: {proposal.Reason}</dd>
                """))}
            {Html.When(award is not null, () => Html.Of($"""
                <dt>{new Text("Besluttet", "Decided")}</dt><dd>{ShortTime.Of(award!.At)}, <code>{award.By}</code>: {award.Reason}</dd>
                <dt>{new Text("Valgt leverandør", "Winner")}</dt><dd class="good">{lot.Winner}</dd>
                """))}
            </dl>
            """);
    }
}
