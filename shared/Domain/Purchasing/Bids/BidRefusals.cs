using NodaTime;
using Samkjop.Calendar;
using Samkjop.Decisions;

namespace Samkjop.Purchasing;

/// <summary>Why something about a bid is refused.</summary>
public static class BidRefusals
{
    public static Refusal NotInvited(string roundId) => Refusal.Forbidden(
        "not-invited",
        $"Leverandøren din er ikke invitert til runde {roundId}. Ingenting er mottatt. Søk om opptak i innkjøpsordningen for å bli med neste gang.",
        $"Your supplier is not invited to round {roundId}. Nothing was received. Apply for admission to the purchasing system to take part next time.");

    public static Refusal NotYetOpen(Instant opens) => Refusal.Conflict(
        "bid-window-not-open",
        $"Tilbud tas imot fra {OsloFormat.Moment(opens).No}. Ingenting er mottatt ennå; kom tilbake da.",
        $"Bids are received from {OsloFormat.Moment(opens).En}. Nothing was received yet; come back then.");

    public static Refusal NoCompetition() => Refusal.Conflict(
        "bid-window-not-open",
        "Konkurransen er ikke kunngjort for leverandørene ennå. Ingenting er mottatt; vent til invitasjonen er sendt.",
        "The invitation has not been released yet. Nothing was received; wait until it is.");

    /// <summary>Reads like a receipt: when the window closed, when this came, and that nothing was kept.</summary>
    public static Refusal Late(Instant closes, Instant arrived) => Refusal.Conflict(
        "bid-window-closed",
        $"Tilbudsfristen gikk ut {OsloFormat.Deadline(closes).No}. Forespørselen kom {OsloFormat.Moment(arrived).No}, altså for sent. "
        + "Ingenting av den er tatt vare på; det som ble mottatt før fristen, står.",
        $"The bid window closed {OsloFormat.Deadline(closes).En}. The request came {OsloFormat.Moment(arrived).En}, which is too late. "
        + "Nothing of it was kept; what was received before closing stands.");

    public static Refusal Withdrawn() => Refusal.Conflict(
        "bid-withdrawn",
        "Tilbudet er trukket. Ingenting er mottatt. Start tilbudet på nytt (POST …/bids) før tilbudsfristen, og last dokumentene opp igjen.",
        "The bid has been withdrawn. Nothing was received. Begin it anew (POST …/bids) before the window closes and upload its documents again.");

    public static Refusal TooManyDocuments() => Refusal.Conflict(
        "too-many-documents",
        $"Et tilbud kan ha høyst {BidLimits.MaxDocuments} dokumenter, erstattede medregnet. Ingenting er mottatt. Slå sammen vedlegg.",
        $"A bid can hold at most {BidLimits.MaxDocuments} documents, replaced ones included. Nothing was received. Merge attachments.");

    public static Refusal DocumentIdTaken() => Refusals.KeyReused();

    public static Refusal UnknownDocument(string documentId) => Refusal.NotFound(
        "not-found",
        $"Tilbudet har ikke noe dokument '{documentId}'. Kontroller adressen.",
        $"The bid has no document '{documentId}'. Check the address.");
}
