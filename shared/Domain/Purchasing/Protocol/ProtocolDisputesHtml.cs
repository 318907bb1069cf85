using Samkjop.Calendar;
using Samkjop.Documents;
using Samkjop.Purchasing.Complaints;
using Samkjop.Purchasing.Evidence;

namespace Samkjop.Purchasing.Protocol;

/// <summary>What an award went through before the contract, for one lot: evidence, awards that no longer stand, bids set aside, complaints.</summary>
internal static class ProtocolDisputesHtml
{
    public static Html Of(ProtocolLot lot)
    {
        var disputes = lot.Disputes;
        return Html.Of($"""
            {Html.When(disputes.Evidence.Length > 0, () => Evidence(disputes))}
            {Html.When(disputes.EarlierAwards.Length + disputes.SetAside.Length > 0, () => Endings(disputes))}
            {Html.When(disputes.Complaints.Length > 0, () => Complaints(disputes))}
            """);
    }

    private static Html Evidence(ProtocolDisputes disputes) => Html.Of($"""
        <h3>{new Text("Dokumentasjon før tildeling", "Evidence before the award")}</h3>
        <table>
        <thead><tr><th>{new Text("Leverandør", "Supplier")}</th><th>{new Text("Etterspurt", "Asked for")}</th><th>{new Text("Levert", "Supplied")}</th><th>{new Text("Vurdering", "Judgement")}</th></tr></thead>
        <tbody>{Html.Each(disputes.Evidence.SelectMany(evidence => evidence.Of.Items.Select(item => (evidence.Supplier, item))), row => Item(row.Supplier, row.item))}</tbody>
        </table>
        """);

    private static Html Item(string supplier, EvidenceItem item) => Html.Of($"""
        <tr><td>{supplier}</td><td>{item.Description}</td>
        <td>{Html.When(item.Submission is not null, () => Html.Of($"{ShortTime.Of(item.Submission!.At)}{Html.When(item.Submission.IssuedOn is not null, () => Html.Of($"<br>{new Text("datert", "dated")} {ShortTime.Of(item.Submission.IssuedOn!.Value)}"))}{Html.When(item.Submission.Document is not null, () => Html.Of($"<br><code>{item.Submission.Document!.Sha256}</code>"))}"))}</td>
        <td>{Html.When(item.Judgement is not null, () => Html.Of($"{(item.Judgement!.Accepted ? new Text("godtatt", "accepted") : new Text("ikke godtatt", "not accepted"))}: {item.Judgement.Reason} (<code>{item.Judgement.By}</code>)"))}</td></tr>
        """);

    private static Html Endings(ProtocolDisputes disputes) => Html.Of($"""
        <h3>{new Text("Tildelinger som ikke ble stående", "Awards that did not stand")}</h3>
        {Html.Each(disputes.EarlierAwards, earlier => Html.Of($"""
            <p>{earlier.Supplier}: {new Text("besluttet", "decided")} {ShortTime.Of(earlier.Of.Award.At)} (<code>{earlier.Of.Award.By}</code>), {Ending(earlier.Of.Ending)} {ShortTime.Of(earlier.Of.At)} (<code>{earlier.Of.By}</code>): {earlier.Of.Reason}{Html.When(earlier.Of.Letters is not null, () => Html.Of($" {new Text("Brev sendt", "Letters sent")} {ShortTime.Of(earlier.Of.Letters!.SentAt)}."))}</p>
            """))}
        {Html.Each(disputes.SetAside, aside => Html.Of($"""
            <p>{aside.Supplier}: {Cause(aside.Of.Cause)} {ShortTime.Of(aside.Of.At)} (<code>{aside.Of.By}</code>): {aside.Of.Reason}</p>
            """))}
        """);

    private static Html Complaints(ProtocolDisputes disputes) => Html.Of($"""
        <h3>{new Text("Klager", "Complaints")}</h3>
        <table>
        <thead><tr><th>{new Text("Mottatt", "Received")}</th><th>{new Text("Fra", "From")}</th><th>{new Text("Til", "To")}</th><th>{new Text("Grunnlag", "Grounds")}</th><th>{new Text("Utsatt signering", "Signature held back")}</th><th>{new Text("Avgjørelse", "Decision")}</th></tr></thead>
        <tbody>{Html.Each(disputes.Complaints, complaint => Row(complaint))}</tbody>
        </table>
        """);

    private static Html Row(Named<Complaint> named)
    {
        var complaint = named.Of;
        return Html.Of($"""
            <tr><td>{ShortTime.Of(complaint.ReceivedAt)}</td><td>{named.Supplier}</td><td>{To(complaint.MadeTo)}{Html.When(complaint.Reference is not null, () => Html.Of($"<br>{complaint.Reference}"))}</td><td>{complaint.Grounds}</td>
            <td>{(complaint.Waiting.Waits ? new Text("ja", "yes") : new Text("nei", "no"))}{Html.When(complaint.Waiting.Reason is not null, () => Html.Of($": {complaint.Waiting.Reason} (<code>{complaint.Waiting.By}</code>)"))}</td>
            <td>{Html.When(complaint.Conclusion is not null, () => Html.Of($"{ShortTime.Of(complaint.Conclusion!.At)} {Outcome(complaint.Conclusion.Outcome)}: {complaint.Conclusion.Reason} (<code>{complaint.Conclusion.By}</code>)"))}</td></tr>
            """);
    }

    private static Text Ending(AwardEnding ending) => ending switch
    {
        AwardEnding.Annulled => new("annullert", "annulled"),
        AwardEnding.AnnulledForEvaluation => new("annullert og evaluert på nytt", "annulled and evaluated again"),
        AwardEnding.WinnerSetAside => new("leverandøren falt fra", "its supplier dropped out"),
        AwardEnding.LotCancelled => new("delkontrakten ble avlyst", "the lot was cancelled"),
        _ => throw new ArgumentOutOfRangeException(nameof(ending), ending, "Not an ending."),
    };

    private static Text Cause(SetAsideCause cause) => cause switch
    {
        SetAsideCause.Withdrawn => new("trakk seg", "withdrew"),
        SetAsideCause.EvidenceFailed => new("manglet dokumentasjon", "lacked evidence"),
        SetAsideCause.RefusedToSign => new("ville ikke signere", "would not sign"),
        _ => throw new ArgumentOutOfRangeException(nameof(cause), cause, "Not a cause."),
    };

    private static Text To(ComplaintKind kind) => kind switch
    {
        ComplaintKind.ToBuyer => new("oppdragsgiver", "the buyer"),
        ComplaintKind.ToKofa => new("KOFA", "KOFA"),
        ComplaintKind.ToCourt => new("domstol", "a court"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind."),
    };

    private static Text Outcome(ComplaintOutcome outcome) => outcome switch
    {
        ComplaintOutcome.Dismissed => new("ikke tatt til følge", "dismissed"),
        ComplaintOutcome.Upheld => new("tatt til følge", "upheld"),
        ComplaintOutcome.Withdrawn => new("trukket eller bortfalt", "withdrawn or lapsed"),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "Not an outcome."),
    };
}
