using Samkjop.Documents;
using Samkjop.Purchasing.Access;

namespace Samkjop.Purchasing.Protocol;

/// <summary>Requests for access in the protocol: what was asked for, when, and what was answered. Who asked stands by sort, never by name.</summary>
internal static class ProtocolAccessHtml
{
    public static Html Requests(ProtocolModel model) => Html.When(model.AccessRequests.Length > 0, () => Html.Of($"""
        <section>
        <h2>{new Text("Innsynskrav", "Requests for access")}</h2>
        <table>
        <thead><tr><th>{new Text("Mottatt", "Received")}</th><th>{new Text("Fra", "From")}</th><th>{new Text("Dokument", "Document")}</th><th>{new Text("Svar", "Answer")}</th><th>{new Text("Hjemmel", "Legal basis")}</th></tr></thead>
        <tbody>{Html.Each(model.AccessRequests.SelectMany(request => request.Items.Select(item => (request, item))), Row)}</tbody>
        </table>
        </section>
        """));

    private static Html Row((AccessRequest Request, AccessItem Item) asked) => Html.Of($"""
        <tr><td>{ShortTime.Of(asked.Request.ReceivedAt)}</td><td>{NameOf(asked.Request.Requester.Kind)}</td><td><code>{asked.Item.RecordId}</code></td><td>{NameOf(asked.Item.Outcome)}</td><td>{asked.Item.LegalBasis}</td></tr>
        """);

    private static Text NameOf(RequesterKind kind) => kind switch
    {
        RequesterKind.Anonymous => new("anonym", "anonymous"),
        RequesterKind.Person => new("privatperson", "a person"),
        RequesterKind.Press => new("presse", "press"),
        RequesterKind.Supplier => new("leverandør", "supplier"),
        RequesterKind.Authority => new("offentlig organ", "authority"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a requester."),
    };

    private static Text NameOf(AccessOutcome? outcome) => outcome switch
    {
        null => new("ikke besvart", "not answered"),
        AccessOutcome.Deferred => new("utsatt til tildelingen", "deferred until the award"),
        AccessOutcome.Granted => new("gitt i sin helhet", "given in full"),
        AccessOutcome.Partly => new("gitt med sladding", "given with parts redacted"),
        AccessOutcome.Refused => new("avslått", "refused"),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "Not an outcome."),
    };
}
