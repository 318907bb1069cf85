using System.Collections.Immutable;
using Samkjop.Calendar;
using Samkjop.Documents;

namespace Samkjop.Purchasing.Protocol;

/// <summary>The protocol as one self-contained page that reads on screen and prints on A4.</summary>
public static class ProtocolHtml
{
    private static readonly Text Draft = new("UTKAST", "DRAFT");

    public static Html Render(ProtocolModel model)
    {
        var title = new Text($"Anskaffelsesprotokoll {model.Round.RoundId}", $"Award protocol {model.Round.RoundId}");
        return PrintStyle.Page(title, Html.Of($"""
            <header>
            <h1>{title}</h1>
            <p class="lead">{model.Round.Title} · {new Text("etter FOA § 25-5", "under FOA § 25-5")}</p>
            </header>
            {Html.When(model.IsDraft, () => Html.Of($"<p class=\"box\">{DraftNote}</p>"))}
            {RoundSection(model)}
            {ProtocolCompetitionHtml.Needs(model)}
            {ProtocolCompetitionHtml.Lots(model)}
            {ProtocolCompetitionHtml.Invitation(model)}
            {ProtocolCourseHtml.Course(model)}
            {ProtocolCompetitionHtml.Bids(model)}
            {ProtocolCompetitionHtml.Opening(model)}
            {Html.Each(model.Lots, lot => ProtocolLotHtml.Lot(model, lot))}
            {ProtocolRecordHtml.Rules(model)}
            {ProtocolAccessHtml.Requests(model)}
            {ProtocolRecordHtml.Audit(model)}
            <footer>{new Text(
                $"Laget {ShortTime.Of(model.ProducedAt)}. Alle tider er norsk tid (Europe/Oslo). Personer står med id; navn føres for seg, så de kan slettes når loven krever det.",
                $"Produced {ShortTime.Of(model.ProducedAt)}. All times are Norwegian (Europe/Oslo). Persons stand by id; names are kept apart, so that they can be erased when the law says so.")}</footer>
            """), model.IsDraft ? Draft : null);
    }

    private static Text DraftNote { get; } = new(
        "Dette er et utkast. Runden er ikke avsluttet; det som mangler, er ikke avgjort ennå.",
        "This is a draft. The round is not closed; whatever is missing is not decided yet.");

    private static Html RoundSection(ProtocolModel model)
    {
        var (round, people) = (model.Round, model.Round.People);
        return Html.Of($"""
            <section>
            <h2>{new Text("Runden", "The round")}</h2>
            <dl>
            <dt>{new Text("Runde", "Round")}</dt><dd>{round.RoundId}</dd>
            <dt>{new Text("Oppdragsgiver", "Buyer")}</dt><dd>{model.Buyer}</dd>
            <dt>{new Text("Innkjøpsordning", "Purchasing system")}</dt><dd>{model.SystemName} <code>{round.PurchasingSystemId}</code></dd>
            <dt>{new Text("Status", "State")}</dt><dd>{PhaseName(round.Phase)}</dd>
            <dt>{new Text("Karensperiode", "Standstill")}</dt><dd>{(round.Settings.Standstill ? new Text("holdes", "held") : new Text("holdes ikke", "not held"))}</dd>
            <dt>{new Text("Åpning", "Opening")}</dt><dd>{(round.Settings.TwoPersonOpening ? new Text("av to personer", "by two people") : new Text("av én person", "by one person"))}</dd>
            <dt>{new Text("Delkontrakter per leverandør", "Lots per supplier")}</dt><dd>{(round.Settings.LotsPerSupplier is { } cap ? new Text($"høyst {cap}", $"at most {cap}") : new Text("ingen grense", "no limit"))}</dd>
            </dl>
            <h3>{new Text("Oppnevnte personer", "People named")}</h3>
            <dl>
            <dt>{new Text("Innkjøpere", "Procurement officers")}</dt><dd>{Ids(people.ProcurementOfficers)}</dd>
            <dt>{new Text("Åpnere", "Openers")}</dt><dd>{Ids(people.Openers)}</dd>
            <dt>{new Text("Evaluatorer", "Evaluators")}</dt><dd>{Ids(people.Evaluators)}</dd>
            <dt>{new Text("Beslutter tildeling", "Award deciders")}</dt><dd>{Ids(people.AwardDeciders)}</dd>
            <dt>{new Text("Kontraktsforvaltere", "Contract managers")}</dt><dd>{Ids(people.ContractManagers)}</dd>
            </dl>
            {Html.When(people.Deputies.Length > 0, () => Deputies(people))}
            {Html.When(round.Declarations.Length > 0, () => Declarations(round))}
            </section>
            """);
    }

    private static Html Deputies(RoundPeople people) => Html.Of($"""
        <h3>{new Text("Stedfortredere", "Deputies")}</h3>
        <table>
        <thead><tr><th>{new Text("Person", "Person")}</th><th>{new Text("For", "For")}</th><th>{new Text("Rolle", "Role")}</th><th>{new Text("Dager", "Days")}</th></tr></thead>
        <tbody>{Html.Each(people.Deputies, d => Html.Of($"""
            <tr><td><code>{d.Subject}</code></td><td><code>{d.For}</code></td><td>{d.Role}</td><td>{OsloFormat.Day(d.From)} – {OsloFormat.Day(d.Until)}</td></tr>
            """))}</tbody>
        </table>
        """);

    private static Html Declarations(Round round) => Html.Of($"""
        <h3>{new Text("Habilitet (FOA § 7-5)", "Impartiality (FOA § 7-5)")}</h3>
        <table>
        <thead><tr><th>{new Text("Person", "Person")}</th><th>{new Text("Erklært", "Declared")}</th><th>{new Text("Svar", "Answer")}</th></tr></thead>
        <tbody>{Html.Each(round.Declarations, d => Html.Of($"""
            <tr><td><code>{d.Subject}</code></td><td>{ShortTime.Of(d.At)}</td><td>{(d.Impartial ? new Text("habil", "impartial") : new Text("interessekonflikt", "conflict of interest"))}</td></tr>
            """))}</tbody>
        </table>
        """);

    /// <summary>Ids of persons.</summary>
    internal static Html Ids(ImmutableArray<string> ids) => Html.Each(ids.Select((id, i) => (id, i)), pair => Html.Of($"{(pair.i == 0 ? "" : ", ")}<code>{pair.id}</code>"));

    /// <summary>What stands where there is nothing yet.</summary>
    internal static Html None(Text what) => Html.Of($"<p class=\"none\">{what}</p>");

    internal static Text PhaseName(RoundPhase phase) => phase switch
    {
        RoundPhase.CollectingNeeds => new("behov meldes inn", "needs are reported"),
        RoundPhase.Consolidating => new("behov samles i delkontrakter", "needs are consolidated into lots"),
        RoundPhase.AwaitingInvitation => new("invitasjonen forberedes", "the invitation is prepared"),
        RoundPhase.Bidding => new("tilbud mottas", "bids are received"),
        RoundPhase.AwaitingOpening => new("tilbudene venter på åpning", "the bids await their opening"),
        RoundPhase.Evaluating => new("tilbudene evalueres", "the bids are evaluated"),
        RoundPhase.Awarding => new("delkontrakter tildeles", "lots are awarded"),
        RoundPhase.Delivering => new("bestillinger leveres", "orders are delivered"),
        RoundPhase.Cancelling => new("runden avlyses", "the round is being cancelled"),
        RoundPhase.Closed => new("avsluttet", "closed"),
        _ => throw new ArgumentOutOfRangeException(nameof(phase), phase, "Not a phase."),
    };
}
