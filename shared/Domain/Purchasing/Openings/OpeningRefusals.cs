using NodaTime;
using Samkjop.Calendar;
using Samkjop.Decisions;

namespace Samkjop.Purchasing;

/// <summary>Why bids are not opened, or not shown.</summary>
public static class OpeningRefusals
{
    public static Refusal TooEarly(Instant closes) => Refusal.Conflict(
        "opening-too-early",
        $"Tilbudene er forseglet til tilbudsfristen er ute {OsloFormat.Deadline(closes).No}. Ingenting er åpnet eller godkjent, og forsøket er loggført. Godkjenn åpningen etter fristen.",
        $"The bids are sealed until the window closes {OsloFormat.Deadline(closes).En}. Nothing was opened or approved, and the attempt is recorded. Approve the opening after closing.");

    public static Refusal NothingToOpen() => Refusal.Conflict(
        "opening-too-early",
        "Konkurransen er ikke kunngjort for leverandørene ennå, så det er ingenting å åpne. Ingenting er endret, og forsøket er loggført.",
        "The invitation has not been released yet, so there is nothing to open. Nothing was changed, and the attempt is recorded.");

    public static Refusal AlreadyOpened(Instant openedAt) => Refusal.Conflict(
        "already-opened",
        $"Tilbudene ble åpnet {OsloFormat.Moment(openedAt).No}. Ingenting er endret.",
        $"The bids were opened {OsloFormat.Moment(openedAt).En}. Nothing was changed.");

    public static Refusal PlaceTaken() => Refusal.Conflict(
        "opening-place-taken",
        "Den du er stedfortreder for, eller en stedfortreder for deg, har alt godkjent åpningen. En person og dens stedfortreder teller som én. Ingenting er endret; la en annen oppnevnt åpner godkjenne.",
        "The person you stand in for, or a deputy of yours, has approved the opening already. A person and its deputy count as one. Nothing was changed; let another named opener approve.");

    public static Refusal NotApproved() => Refusal.Conflict(
        "opening-not-approved",
        "Åpningen er ikke godkjent av så mange som runden krever. Ingenting er åpnet.",
        "The opening has not been approved by as many as the round asks for. Nothing was opened.");

    public static Refusal Sealed() => Refusal.Forbidden(
        "bids-sealed",
        "Tilbudene er forseglet til de er åpnet. Ingen kan se hvem som har gitt tilbud eller hva de inneholder, og forsøket er loggført.",
        "The bids are sealed until they are opened. Nobody can see who has bid or what the bids say, and the attempt is recorded.");

    public static Refusal NotNamed(string roundId) => Refusal.Forbidden(
        "not-named-for-round",
        $"Bare innkjøpere, evaluerere og beslutningstakere som er oppnevnt i runde {roundId}, ser tilbudene. Forsøket er loggført. Be en av rundens innkjøpere om å oppnevne deg.",
        $"Only the officers, evaluators and deciders named for round {roundId} see its bids. The attempt is recorded. Ask one of its officers to name you.");

    public static Refusal NotDeclared() => Refusal.Forbidden(
        "impartiality-required",
        "Du må erklære deg habil (FOA § 7-5) før du åpner eller ser tilbud: POST …/impartiality-declarations. Forsøket er loggført.",
        "Declare your impartiality (FOA § 7-5) before you open or see bids: POST …/impartiality-declarations. The attempt is recorded.");

    public static Refusal Partial() => Refusal.Forbidden(
        "conflict-of-interest",
        "Du har erklært deg inhabil i denne runden og deltar ikke lenger i den; tilbudene verken åpner eller ser du. Ingenting er endret, og forsøket er loggført. En annen må oppnevnes i ditt sted.",
        "You have declared a conflict of interest in this round and no longer take part in it; you neither open nor see its bids. Nothing was changed, and the attempt is recorded. Somebody else must be named in your place.");

    public static Refusal NotNamedAtAll(string roundId) => Refusal.Forbidden(
        "not-named-for-round",
        $"Du er verken oppnevnt i runde {roundId} eller stedfortreder for noen som er det, så du har ingenting å erklære. Forsøket er loggført. Be en av rundens innkjøpere om å oppnevne deg.",
        $"You are neither named for round {roundId} nor a deputy of somebody who is, so there is nothing to declare. The attempt is recorded. Ask one of its officers to name you.");

    public static Refusal ConflictReason() => Refusal.Invalid(
        "invalid-declaration",
        $"Skriv hva inhabiliteten består i, med 1–{BidAccess.MaxReasonLength} tegn; en habil kan skrive hva som er vurdert, eller utelate det. Bare rundens innkjøpere og revisor leser det. Ingenting er endret.",
        $"State what the conflict of interest consists in, in 1–{BidAccess.MaxReasonLength} characters; an impartial person can state what was considered, or leave it out. Only the round's officers and auditors read it. Nothing was changed.");

    public static Refusal ConflictStands() => Refusal.Conflict(
        "conflict-of-interest",
        "Du har erklært deg inhabil, og den erklæringen kan du ikke trekke selv. Ingenting er endret. En annen må oppnevnes i ditt sted.",
        "You have declared a conflict of interest and cannot take that back yourself. Nothing was changed. Somebody else must be named in your place.");
}
