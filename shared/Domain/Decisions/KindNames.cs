using System.Collections.Frozen;

namespace Samkjop.Decisions;

/// <summary>What people call the kinds of documents and their parts: Norwegian in the definite form, English without an article.</summary>
internal static class KindNames
{
    private static readonly FrozenDictionary<string, Text> Names = new Dictionary<string, Text>(StringComparer.Ordinal)
    {
        ["accessRequest"] = new("innsynskravet", "access request"),
        ["agency"] = new("virksomheten", "agency"),
        ["awardLetter"] = new("meddelelsen om tildeling av", "award letter for"),
        ["bid"] = new("tilbudet", "bid"),
        ["businessSecret"] = new("opplysningen om forretningshemmeligheter i", "statement of business secrets in"),
        ["calendarFeed"] = new("kalenderabonnementet", "calendar feed"),
        ["complaint"] = new("klagen", "complaint"),
        ["contract"] = new("kontrakten for", "contract of"),
        ["disposal"] = new("bekreftelsen av avhending", "confirmation of disposal"),
        ["evaluation"] = new("evalueringen", "evaluation"),
        ["fleetBaseline"] = new("grunnlaget for bilparken", "fleet baseline"),
        ["invitation"] = new("invitasjonen til runde", "invitation of round"),
        ["lot"] = new("delkontrakten", "lot"),
        ["need"] = new("behovet", "need"),
        ["order"] = new("bestillingen", "order"),
        ["person"] = new("personen", "person"),
        ["plannedRound"] = new("planen for runde", "plan of round"),
        ["procurementDocument"] = new("konkurransegrunnlaget for runde", "procurement document of round"),
        ["purchasingSystem"] = new("innkjøpsordningen", "purchasing system"),
        ["question"] = new("spørsmålet", "question"),
        ["receivedWebhook"] = new("meldingen", "webhook"),
        ["round"] = new("runden", "round"),
        ["tenderDocument"] = new("dokumentet", "tender document"),
        ["supplier"] = new("leverandøren", "supplier"),
        ["winnerEvidence"] = new("dokumentasjonen", "evidence"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The kind's name; a kind that people never meet is called a document.</summary>
    public static Text Of(string kind) => Names.GetValueOrDefault(kind) ?? new Text("dokumentet", "document");
}
