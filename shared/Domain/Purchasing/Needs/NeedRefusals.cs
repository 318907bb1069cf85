using Samkjop.Calendar;
using Samkjop.Decisions;

namespace Samkjop.Purchasing;

/// <summary>Why commands on needs are refused.</summary>
public static class NeedRefusals
{
    /// <summary>Another agency's need, which the caller may not know of.</summary>
    public static Refusal NotYours(string needId) => Refusals.NotFound(Need.Kind, needId);

    internal static Refusal NoAgency { get; } = Refusal.Forbidden(
        "no-agency",
        "Tokenet ditt sier ikke hvilken virksomhet du handler for. Ingenting er endret; logg inn for en virksomhet.",
        "Your token does not say which agency you act for. Nothing was changed; log in for an agency.");

    internal static Refusal NotOpenYet(Round round)
    {
        var opens = OsloFormat.Moment(round.Needs.OpensAt);
        return Refusal.Conflict(
            "needs-not-open",
            $"Runde {round.RoundId} tar imot behov fra {opens.No}. Ingenting er endret; kom tilbake da.",
            $"Round {round.RoundId} takes needs from {opens.En}. Nothing was changed; come back then.");
    }

    internal static Refusal Closed(NeedSetting setting)
    {
        var round = setting.Round;
        var since = OsloFormat.Moment(round.Settings.NeedsDeadline is DeadlineKind.Hard ? round.Needs.Deadline : round.Needs.LotsLockAt);
        var next = NextRound(setting.Next);
        return Refusal.Conflict(
            "needs-closed",
            $"Runde {round.RoundId} tok imot behov til {since.No}. Ingenting er endret. {next.No}",
            $"Round {round.RoundId} took needs until {since.En}. Nothing was changed. {next.En}");
    }

    internal static Refusal Withdrawn(Need need) => Refusal.Conflict(
        "need-withdrawn",
        $"Behovet {need.NeedId} er trukket. Ingenting er endret; meld et nytt.",
        $"The need {need.NeedId} was withdrawn. Nothing was changed; report a new one.");

    internal static Refusal OtherVersion(Need need, int version) => Refusal.Conflict(
        "need-changed",
        $"Du godkjente versjon {version}, men behovet er nå versjon {need.Version}. Ingenting er endret; les det på nytt og ta stilling igjen.",
        $"You approved version {version}, but the need is now version {need.Version}. Nothing was changed; read it again and decide again.");

    internal static Refusal SamePerson { get; } = Refusal.Forbidden(
        "same-person",
        "Den som har meldt eller endret et behov, kan ikke godkjenne det. Ingenting er endret; la en annen budsjettansvarlig i virksomheten godkjenne.",
        "Whoever reported or edited a need cannot approve it. Nothing was changed; let another budget holder of the agency approve it.");

    internal static Refusal PriceCeiling { get; } = new(
        RefusalKind.Invalid,
        "invalid-price-ceiling",
        new Text(
            $"Pristaket skal være over 0 og høyst {NeedRules.MaxPriceCeiling:0} kroner per kjøretøy uten mva. Ingenting er endret; rett beløpet.",
            $"The price ceiling must be above 0 and at most NOK {NeedRules.MaxPriceCeiling:0} per vehicle ex VAT. Nothing was changed; correct the amount."),
        new Dictionary<string, string>(StringComparer.Ordinal) { ["priceCeiling"] = "Above 0." });

    internal static Refusal Unconfirmed(Need need) => Refusal.Conflict(
        "need-not-confirmed",
        $"Behovet {need.NeedId} er et utkast fra en tidligere runde. Ingenting er endret; la den som melder behov, bekrefte eller endre det først.",
        $"The need {need.NeedId} is a draft from an earlier round. Nothing was changed; let a need reporter confirm or edit it first.");

    /// <summary>Where a need that was left is taken over.</summary>
    internal static Text DraftIn(PlannedRound? next) => next is null
        ? new("Det legges inn som utkast når neste runde åpner; bekreft det da.", "It is entered as a draft when the next round opens; confirm it then.")
        : new(
            $"Det legges inn som utkast i neste runde, {next.RoundId} ({next.Title.No}); bekreft det der.",
            $"It is entered as a draft in the next round, {next.RoundId} ({next.Title.En}); confirm it there.");

    /// <summary>Where a need that comes too late belongs.</summary>
    internal static Text NextRound(PlannedRound? next)
    {
        if (next is null)
        {
            return new Text(
                "Ingen ny runde er planlagt ennå; spør innkjøperne når den neste kommer.",
                "No further round is planned yet; ask the procurement officers when the next one comes.");
        }

        var opens = OsloFormat.Day(next.NeedsOpen);
        var (no, en) = next.OpenedAt is null ? ($"som åpner {opens.No}", $"which opens on {opens.En}") : ("som er åpen nå", "which is open now");
        return new Text(
            $"Meld behovet i neste runde, {next.RoundId} ({next.Title.No}), {no}.",
            $"Report the need in the next round, {next.RoundId} ({next.Title.En}), {en}.");
    }
}
