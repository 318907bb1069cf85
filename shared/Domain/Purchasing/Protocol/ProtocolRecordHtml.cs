using Samkjop.Audit;
using Samkjop.Documents;
using Samkjop.Rules;

namespace Samkjop.Purchasing.Protocol;

/// <summary>The end of the protocol: by which rules, and what the audit log holds.</summary>
internal static class ProtocolRecordHtml
{
    public static Html Rules(ProtocolModel model) => Html.Of($"""
        <section class="new-page">
        <h2>{new Text("Regler som er brukt", "Rules applied")}</h2>
        <table>
        <thead><tr><th>{new Text("Regel", "Rule")}</th><th class="num">{new Text("Verdi", "Value")}</th><th>{new Text("Kilde", "Source")}</th></tr></thead>
        <tbody>{Html.Each(model.Rules, row => Html.Of($"<tr><td><code>{row.Rule}</code></td><td class=\"num\">{ValueOf(row)}</td><td>{row.Source}</td></tr>"))}</tbody>
        </table>
        </section>
        """);

    public static Html Audit(ProtocolModel model) => Html.Of($"""
        <section>
        <h2>{new Text("Revisjonsspor", "Audit log")}</h2>
        <p>{new Text(
            $"Revisjonssporet hadde {NorwegianNumber.Whole(model.Audit.Entries)} innslag da protokollen ble laget, {NorwegianNumber.Whole(model.Audit.Reads)} av dem om lesing av tilbud.",
            $"The audit log held {NorwegianNumber.Whole(model.Audit.Entries)} entries when the protocol was produced, {NorwegianNumber.Whole(model.Audit.Reads)} of them about reading bids.")}</p>
        {Html.When(model.Audit.Head is not null, () => Html.Of($"<p>{Head}: <code>{model.Audit.Head}</code></p>"))}
        {Html.When(model.Audit.Refused.Length > 0, () => Html.Of($"""
            <h3>{new Text("Avviste forsøk", "Refused attempts")}</h3>
            <table>
            <thead><tr><th>{new Text("Tid", "Time")}</th><th>{new Text("Hvem", "Who")}</th><th>{new Text("Hva", "What")}</th><th>{new Text("Hvorfor", "Why")}</th></tr></thead>
            <tbody>{Html.Each(model.Audit.Refused, Refused)}</tbody>
            </table>
            """))}
        </section>
        """);

    private static Text Head { get; } = new("Sjekksum for det siste av dem", "Checksum of the last of them");

    private static Html Refused(AuditEntry entry)
    {
        var (function, subject, code) = entry.Event switch
        {
            AttemptRefused attempt => (attempt.Function, attempt.Subject, attempt.Code),
            SupplierAttemptRefused attempt => (attempt.Function, attempt.Subject, attempt.Code),
            _ => throw new ArgumentOutOfRangeException(nameof(entry), entry.Event, "Not a refused attempt."),
        };
        return Html.Of($"<tr><td>{ShortTime.Of(entry.At)}</td><td><code>{entry.By.Id}</code></td><td><code>{function}</code> {subject}</td><td><code>{code}</code></td></tr>");
    }

    private static Text ValueOf(RuleRow row) => row.Unit switch
    {
        RuleUnit.Days => new($"{row.Number:0} dager", $"{row.Number:0} days"),
        RuleUnit.WorkingDays => new($"{row.Number:0} virkedager", $"{row.Number:0} working days"),
        RuleUnit.Months => new($"{row.Number:0} måneder", $"{row.Number:0} months"),
        RuleUnit.Percent => new(NorwegianNumber.Percent(row.Number), NorwegianNumber.Percent(row.Number)),
        RuleUnit.Nok => new(NorwegianNumber.Kroner(row.Number), NorwegianNumber.Kroner(row.Number)),
        _ => throw new ArgumentOutOfRangeException(nameof(row), row.Unit, "Not a unit."),
    };
}
