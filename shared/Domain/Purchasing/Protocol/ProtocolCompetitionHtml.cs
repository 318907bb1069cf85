using Samkjop.Documents;
using Samkjop.Purchasing.Scoring;

namespace Samkjop.Purchasing.Protocol;

/// <summary>The part of the protocol up to the opening: needs, lots, invitation, receipts, opening.</summary>
internal static class ProtocolCompetitionHtml
{
    public static Html Needs(ProtocolModel model)
    {
        var (needs, window) = (model.Needs, model.Round.Needs);
        return Html.Of($"""
            <section>
            <h2>{new Text("Behov", "Needs")}</h2>
            <dl>
            <dt>{new Text("Innmelding", "Reported")}</dt><dd>{ShortTime.Of(window.OpensAt)} – {ShortTime.End(window.Deadline)}</dd>
            <dt>{new Text("Låst", "Locked")}</dt><dd>{ShortTime.End(window.LotsLockAt)}</dd>
            <dt>{new Text("Behov meldt", "Needs reported")}</dt><dd>{needs.Reported}</dd>
            <dt>{new Text("Med i runden", "In the round")}</dt><dd>{needs.Pinned}</dd>
            <dt>{new Text("Til neste runde", "For the next round")}</dt><dd>{needs.Deferred}</dd>
            <dt>{new Text("Trukket", "Withdrawn")}</dt><dd>{needs.Withdrawn}</dd>
            </dl>
            {Html.When(needs.Agencies.Length > 0, () => Html.Of($"""
                <table>
                <thead><tr><th>{new Text("Virksomhet", "Agency")}</th><th class="num">{new Text("Behov", "Needs")}</th><th class="num">{new Text("Kjøretøy", "Vehicles")}</th></tr></thead>
                <tbody>{Html.Each(needs.Agencies, a => Html.Of($"<tr><td>{a.Agency}</td><td class=\"num\">{a.Needs}</td><td class=\"num\">{a.Vehicles}</td></tr>"))}</tbody>
                <tfoot><tr><td>{new Text("Sum", "Total")}</td><td class="num">{needs.Pinned}</td><td class="num">{needs.Vehicles}</td></tr></tfoot>
                </table>
                """))}
            </section>
            """);
    }

    public static Html Lots(ProtocolModel model) => Html.Of($"""
        <section>
        <h2>{new Text("Delkontrakter", "Lots")}</h2>
        {Html.When(model.Lots.IsEmpty, () => ProtocolHtml.None(new Text("Behovene er ikke samlet ennå.", "The needs are not consolidated yet.")))}
        {Html.Each(model.Lots, lot => Html.Of($"""
            <h3>{lot.Lot.LotId}: {lot.Lot.Content.Title}</h3>
            <p>{new Text($"{NorwegianNumber.Whole(lot.Lot.Content.TotalQuantity)} kjøretøy", $"{NorwegianNumber.Whole(lot.Lot.Content.TotalQuantity)} vehicles")}{Html.When(lot.Lot.Content.OptionQuantity > 0, () => Html.Of($", {new Text($"hvorav {NorwegianNumber.Whole(lot.Lot.Content.OptionQuantity)} opsjoner", $"{NorwegianNumber.Whole(lot.Lot.Content.OptionQuantity)} of them options")}"))}:
            {string.Join(", ", lot.Agencies.Select(a => $"{a.Agency} {NorwegianNumber.Whole(a.Quantity)}"))}</p>
            <p>{lot.Lot.Content.Placement}</p>
            {Html.When(lot.Lot.Content.Origins.Count > 0, () => Html.Of($"<ul>{Html.Each(lot.Lot.Content.Origins, origin => Html.Of($"<li>{origin.Explanation}</li>"))}</ul>"))}
            """))}
        </section>
        """);

    public static Html Invitation(ProtocolModel model)
    {
        if (model.Invitation is not { } invitation)
            return Html.Of($"<section><h2>{InvitationTitle}</h2>{ProtocolHtml.None(new Text("Invitasjonen er ikke sendt ennå.", "The invitation is not released yet."))}</section>");
        var released = invitation.Released;
        return Html.Of($"""
            <section>
            <h2>{InvitationTitle}</h2>
            <dl>
            <dt>{new Text("Sendt", "Released")}</dt><dd>{ShortTime.Of(released.ReleasedAt)}, <code>{released.ReleasedBy}</code></dd>
            <dt>{new Text("Tilbudsfrist", "Closing")}</dt><dd>{ShortTime.End(released.Window.Closes)}</dd>
            <dt>{new Text("Minste frist", "Minimum period")}</dt><dd>{ShortTime.End(released.MinimumPeriodEnds)}{Html.When(invitation.MinimumPeriod is not null, () => Html.Of($"<br>{invitation.MinimumPeriod!}"))}</dd>
            <dt>{new Text("Konkurransegrunnlag", "Procurement document")}</dt><dd>{new Text($"versjon {released.DocumentVersion}", $"version {released.DocumentVersion}")} <code>{released.DocumentSha256}</code></dd>
            <dt>{new Text($"Inviterte ({invitation.Invited.Length})", $"Invited ({invitation.Invited.Length})")}</dt><dd>{string.Join(", ", invitation.Invited)}</dd>
            </dl>
            {Html.When(invitation.Document is not null, () => Criteria(invitation.Document!))}
            </section>
            """);
    }

    private static Text InvitationTitle { get; } = new("Invitasjon", "Invitation");

    private static Html Criteria(ProcurementDocument document) => Html.Of($"""
        <h3>{new Text("Tildelingskriterier", "Award criteria")}</h3>
        <table>
        <thead><tr><th>{new Text("Kriterium", "Criterion")}</th><th class="num">{new Text("Vekt", "Weight")}</th></tr></thead>
        <tbody>{Html.Each(document.Criteria, c => Html.Of($"<tr><td>{c.Name}</td><td class=\"num\">{NorwegianNumber.Percent(c.WeightPercent)}</td></tr>"))}</tbody>
        </table>
        <p>{(document.PriceFormula is PriceFormula.Linear
            ? new Text("Prispoeng: 10 − 10 · (pris − laveste) / laveste.", "Price points: 10 − 10 · (price − lowest) / lowest.")
            : new Text("Prispoeng: 10 · laveste / pris.", "Price points: 10 · lowest / price."))} {new Text("Prisgrunnlag:", "Price basis:")} {document.PriceBasis}</p>
        {Html.When(document.ClimateRequirementReason is not null, () => Html.Of($"<p>{new Text("Klimakrav i stedet for vekting (FOA § 7-9):", "Climate requirements instead of a weight (FOA § 7-9):")} {document.ClimateRequirementReason}</p>"))}
        """);

    public static Html Bids(ProtocolModel model) => Html.Of($"""
        <section>
        <h2>{new Text("Mottatte tilbud", "Bids received")}</h2>
        {Html.When(model.Round.Manifest is not null, () => Html.Of($"""
            <p>{new Text($"Mottakslisten ble låst {ShortTime.Of(model.Round.Manifest!.FixedAt)} med {model.Round.Manifest.Entries} dokumenter:",
                $"The closing manifest was fixed {ShortTime.Of(model.Round.Manifest.FixedAt)} with {model.Round.Manifest.Entries} documents:")} <code>{model.Round.Manifest.Sha256}</code></p>
            """))}
        {Html.When(model.Bids.IsEmpty, () => ProtocolHtml.None(model.Round.OpenedAt is null
            ? new Text("Hvem som har gitt tilbud, er forseglet til åpningen.", "Who has bid is sealed until the opening.")
            : new Text("Ingen tilbud kom inn.", "No bids came in.")))}
        {Html.When(model.Bids.Length > 0, () => Html.Of($"""
            <table>
            <thead><tr><th>{new Text("Leverandør", "Supplier")}</th><th>{new Text("Dokument", "Document")}</th><th>{new Text("Mottatt", "Received")}</th><th>{new Text("Kvittering", "Receipt")}</th></tr></thead>
            <tbody>{Html.Each(model.Bids.SelectMany(bid => bid.Documents.Select(document => (bid, document))), row => Html.Of($"""
                <tr><td>{row.bid.Supplier}</td><td>{row.document.LotId} {row.document.FileName}<br><code>{row.document.Sha256?[..16]}{(row.document.Sha256 is null ? "" : "…")}</code></td>
                <td>{(row.document.ReceivedAt is { } at ? ShortTime.Of(at) : "–")}</td><td class="{(row.document.Stands ? "" : "bad")}">{row.document.Receipt}</td></tr>
                """))}</tbody>
            </table>
            """))}
        </section>
        """);

    public static Html Opening(ProtocolModel model) => Html.Of($"""
        <section>
        <h2>{new Text("Åpning", "Opening")}</h2>
        {Html.When(model.Round.OpenedAt is null, () => ProtocolHtml.None(new Text("Tilbudene er ikke åpnet ennå.", "The bids are not opened yet.")))}
        {Html.When(model.Round.OpenedAt is not null, () => Html.Of($"""
            <p>{new Text($"Åpnet {ShortTime.Of(model.Round.OpenedAt!.Value)}, godkjent av:", $"Opened {ShortTime.Of(model.Round.OpenedAt.Value)}, approved by:")}</p>
            <ul>{Html.Each(model.Round.OpeningApprovals, approval => Html.Of($"<li><code>{approval.Opener}</code> {ShortTime.Of(approval.At)}</li>"))}</ul>
            """))}
        </section>
        """);
}
