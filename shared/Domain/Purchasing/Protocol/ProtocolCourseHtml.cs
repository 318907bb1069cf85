using Samkjop.Documents;

namespace Samkjop.Purchasing.Protocol;

/// <summary>The part of the protocol about what changed on the way: lots, documents, questions and deadlines; and about single bids and lots without any.</summary>
internal static class ProtocolCourseHtml
{
    public static Html Course(ProtocolModel model)
    {
        var course = model.Course;
        return Html.When(!(course.Adjustments.IsEmpty && course.Documents.IsEmpty && course.Questions.IsEmpty && course.WindowChanges.IsEmpty), () => Html.Of($"""
            <section>
            <h2>{new Text("Underveis", "On the way")}</h2>
            {Adjustments(course)}
            {Documents(course)}
            {Questions(course)}
            {WindowChanges(course)}
            </section>
            """));
    }

    /// <summary>What was clarified, corrected and decided about the bids for a lot.</summary>
    public static Html Notes(ProtocolLot lot) => Html.When(lot.Notes.Length > 0, () => Html.Of($"""
        <h3>{new Text("Avklaringer, rettelser og avgjørelser om enkelttilbud", "Clarifications, corrections and decisions about single bids")}</h3>
        <table>
        <thead><tr><th>{new Text("Tid", "Time")}</th><th>{new Text("Leverandør", "Supplier")}</th><th>{new Text("Hva", "What")}</th><th>{new Text("Hvem", "Who")}</th></tr></thead>
        <tbody>{Html.Each(lot.Notes, note => Html.Of($"<tr><td>{ShortTime.Of(note.At)}</td><td>{note.Supplier}</td><td>{note.What}</td><td><code>{note.By}</code></td></tr>"))}</tbody>
        </table>
        """));

    /// <summary>What was decided of a lot without a valid bid.</summary>
    public static Html Outcome(Lot lot) => Html.When(lot.Outcome is not null, () => Html.Of($"""
        <p>{(lot.Outcome!.IsCancellation ? new Text("Delkontrakten er avlyst.", "The lot is cancelled.") : new Text("", ""))} {(lot.Outcome!.Kind is LotOutcomeKind.Close
            ? new Text("Besluttet avsluttet uten kjøp", "Decided closed without a purchase")
            : new Text(
                $"Besluttet kjørt på nytt i {(lot.Outcome.NextRoundId is { } next ? $"runde {next}" : "neste runde")}",
                $"Decided to be tried again in {(lot.Outcome.NextRoundId is { } again ? $"round {again}" : "the next round")}"))}
        {ShortTime.Of(lot.Outcome.At)}, <code>{lot.Outcome.By}</code>: {lot.Outcome.Reason}</p>
        """));

    private static Html Adjustments(ProtocolCourse course) => Html.When(course.Adjustments.Length > 0, () => Html.Of($"""
        <h3>{new Text("Justering av delkontraktene før invitasjonen", "Lots adjusted before the invitation")}</h3>
        <ol>{Html.Each(course.Adjustments, a => Html.Of($"<li>{ShortTime.Of(a.At)}, <code>{a.By}</code>, {NameOf(a.Kind)} {string.Join(", ", a.NeedIds)} {a.LotId} {(a.IntoLotId is null ? "" : $"→ {a.IntoLotId}")}: {a.Reason}</li>"))}</ol>
        """));

    private static Html Documents(ProtocolCourse course) => Html.When(course.Documents.Length > 0, () => Html.Of($"""
        <h3>{new Text("Konkurransedokumenter", "Tender documents")}</h3>
        <table>
        <thead><tr><th>{new Text("Dokument", "Document")}</th><th class="num">{new Text("Versjon", "Version")}</th><th>{new Text("Lagt inn", "Entered")}</th><th>{new Text("Rettelse", "Correction")}</th></tr></thead>
        <tbody>{Html.Each(course.Documents.SelectMany(document => document.Versions.Select(version => (document, version))), row => Html.Of($"""
            <tr><td>{row.version.Title} ({TenderDocumentRefusals.NameOf(row.document.Kind)})<br><code>{row.version.Sha256[..Math.Min(16, row.version.Sha256.Length)]}…</code></td><td class="num">{row.version.Number}</td>
            <td>{ShortTime.Of(row.version.At)}, <code>{row.version.By}</code></td><td>{Html.When(row.version.Correction is not null, () => Html.Of($"{row.version.Correction!}"))}</td></tr>
            """))}</tbody>
        </table>
        """));

    private static Html Questions(ProtocolCourse course) => Html.When(course.Questions.Length > 0, () => Html.Of($"""
        <h3>{new Text("Spørsmål og svar", "Questions and answers")}</h3>
        {Html.Each(course.Questions, question => Html.Of($"""
            <p>{ShortTime.Of(question.AskedAt)} {question.Supplier} {question.LotId}{Html.When(question.Answers.IsEmpty, () => Html.Of($": {new Text("ikke besvart", "not answered")}"))}</p>
            <ul>{Html.Each(question.Answers, answer => Html.Of($"<li>{ShortTime.Of(answer.At)}, <code>{answer.By}</code>: {answer.Question} – {answer.Answer}</li>"))}</ul>
            """))}
        """));

    private static Html WindowChanges(ProtocolCourse course) => Html.When(course.WindowChanges.Length > 0, () => Html.Of($"""
        <h3>{new Text("Endringer av tilbudsfristen", "Changes of the closing")}</h3>
        <table>
        <thead><tr><th>{new Text("Besluttet", "Decided")}</th><th>{new Text("Fra", "From")}</th><th>{new Text("Til", "To")}</th><th>{new Text("Begrunnelse", "Reason")}</th></tr></thead>
        <tbody>{Html.Each(course.WindowChanges, change => Html.Of($"""
            <tr><td>{ShortTime.Of(change.At)}, <code>{change.By}</code></td><td>{ShortTime.End(change.From)}</td><td>{ShortTime.End(change.To)}</td>
            <td>{change.Reason}{Html.When(change.Outage is not null, () => Html.Of($"<br>{new Text("Utfall", "Outage")} {ShortTime.Of(change.Outage!.From)} – {ShortTime.Of(change.Outage.Until)}: {change.Outage.Evidence}"))}</td></tr>
            """))}</tbody>
        </table>
        """));

    private static Text NameOf(LotAdjustmentKind kind) => kind switch
    {
        LotAdjustmentKind.Move => new("flyttet", "moved"),
        LotAdjustmentKind.Split => new("delt", "split"),
        LotAdjustmentKind.Merge => new("slått sammen", "merged"),
        LotAdjustmentKind.Defer => new("lot vente", "let wait"),
        LotAdjustmentKind.Include => new("tatt med igjen", "included again"),
        LotAdjustmentKind.Confirm => new("bekreftet", "confirmed"),
        _ => new("endret", "changed"),
    };
}
