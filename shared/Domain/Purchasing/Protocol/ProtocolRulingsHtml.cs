using NodaTime;
using Samkjop.Documents;
using Samkjop.Purchasing.Orders;

namespace Samkjop.Purchasing.Protocol;

/// <summary>What was decided about a lot's orders, and what their delays cost, line by line.</summary>
internal static class ProtocolRulingsHtml
{
    public static Html Rulings(ProtocolLot lot) => Html.When(lot.Orders.Any(line => !line.Order.Rulings.IsEmpty), () => Html.Of($"""
        <h3>{new Text("Kontraktsforvalterens avgjørelser", "The contract manager's decisions")}</h3>
        <table>
        <thead><tr><th>{new Text("Tid", "Time")}</th><th>{new Text("Virksomhet", "Agency")}</th><th>{new Text("Avgjørelse", "Decision")}</th><th>{new Text("Begrunnelse", "Reason")}</th></tr></thead>
        <tbody>{Html.Each(
            lot.Orders.SelectMany(line => line.Order.Rulings.Select(ruling => (line.Agency, Ruling: ruling))).OrderBy(row => row.Ruling.At).ThenBy(row => row.Agency, StringComparer.Ordinal),
            row => Html.Of($"""
                <tr><td>{ShortTime.Of(row.Ruling.At)}</td><td>{row.Agency}</td><td>{NameOf(row.Ruling)}</td><td>{row.Ruling.Reason} (<code>{row.Ruling.By}</code>)</td></tr>
                """))}</tbody>
        </table>
        """));

    public static Html Damages(ProtocolLot lot, Instant asOf)
    {
        var late = lot.Orders.Select(line => (line.Agency, line.Order, Statement: LiquidatedDamages.Of(line.Order, asOf))).Where(row => row.Statement.Amount > 0).ToList();
        return Html.When(late.Count > 0, () => Html.Of($"""
            <h3>{new Text("Dagbot", "Liquidated damages")}</h3>
            <table>
            <thead><tr><th>{new Text("Virksomhet", "Agency")}</th><th>{new Text("Beregning", "Calculation")}</th><th class="num">{new Text("Beregnet", "Calculated")}</th><th class="num">{new Text("Krevd", "Claimed")}</th></tr></thead>
            <tbody>{Html.Each(late, row => Html.Of($"""
                <tr><td>{row.Agency}</td><td>{Html.Each(row.Statement.Lines, line => Html.Of($"<p>{line.Explanation}</p>"))}</td><td class="num">{NorwegianNumber.Kroner(row.Statement.Amount)}</td>
                <td class="num">{(row.Order.ClaimedDamages() is { } claimed ? NorwegianNumber.Kroner(claimed) : "–")}</td></tr>
                """))}</tbody>
            </table>
            """));
    }

    private static Text NameOf(OrderRuling ruling) => ruling.Kind switch
    {
        OrderRulingKind.Sustained => new("bestillingen står", "the order stands"),
        OrderRulingKind.DateAccepted when ruling.WithoutDamages => new($"ny frist {ShortTime.Of(ruling.Date!.Value)} uten dagbot", $"new last day {ShortTime.Of(ruling.Date!.Value)} without damages"),
        OrderRulingKind.DateAccepted => new($"ny frist {ShortTime.Of(ruling.Date!.Value)}", $"new last day {ShortTime.Of(ruling.Date!.Value)}"),
        OrderRulingKind.DateRefused => new("forsinkelsen godtas ikke", "delay not agreed to"),
        OrderRulingKind.Cancelled => new("avbestilt", "cancelled"),
        OrderRulingKind.Terminated when ruling.Ground is TerminationGround.DamagesCapReached => new("hevet: dagboten har nådd taket", "terminated: damages have reached their cap"),
        OrderRulingKind.Terminated => new("hevet: vesentlig mislighold", "terminated: substantial breach"),
        OrderRulingKind.DamagesClaimed => new($"dagbot krevd: {NorwegianNumber.Kroner(ruling.Amount!.Value)}", $"damages claimed: {NorwegianNumber.Kroner(ruling.Amount!.Value)}"),
        OrderRulingKind.DamagesWaived => new("dagbot frafalt", "damages waived"),
        _ => throw new ArgumentOutOfRangeException(nameof(ruling), ruling.Kind, "Not a ruling."),
    };
}
