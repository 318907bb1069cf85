using NodaTime;
using Samkjop.Calendar;
using Samkjop.Decisions;

namespace Samkjop.Purchasing;

/// <summary>Why a closing is not moved.</summary>
internal static class WindowRefusals
{
    public static Refusal Opened() => Refusal.Conflict(
        "bids-opened",
        "Tilbudene er åpnet, eller åpningen er godkjent, og tilbudsfristen kan ikke flyttes lenger. Ingenting er endret. Er konkurransen blitt urimelig, kan den avlyses med begrunnelse.",
        "The bids are opened, or their opening is approved, and the closing can no longer be moved. Nothing was changed. Where the competition has become unfair, it can be cancelled with a reason.");

    public static Refusal Closed(Instant closes) => Refusal.Conflict(
        "bid-window-closed",
        $"Tilbudsfristen gikk ut {OsloFormat.Deadline(closes).No}. Bare et dokumentert utfall hos oppdragsgiver kan forlenge den etterpå. Ingenting er endret; oppgi utfallet (cause: buyerOutage) hvis det var årsaken.",
        $"The bid window closed {OsloFormat.Deadline(closes).En}. Only a documented outage on the buyer's side can extend it afterwards. Nothing was changed; state the outage (cause: buyerOutage) if that was the cause.");

    public static Refusal NoSuchProposal(int number) => Refusal.NotFound(
        "not-found",
        $"Det finnes ikke noe gjeldende forslag {number} om kortere frist. Ingenting er endret; les tilbudsfristen på nytt.",
        $"There is no current proposal {number} of a shorter time. Nothing was changed; read the bid window again.");

    public static Refusal ProposalOver() => Refusal.Conflict(
        "shorter-time-over",
        "Forslaget om kortere frist gjelder ikke lenger: det er avslått, avtalt, erstattet eller for sent å svare på. Ingenting er endret; les tilbudsfristen på nytt.",
        "The proposal of a shorter time holds no longer: it was declined, agreed, overtaken, or it is too late to answer. Nothing was changed; read the bid window again.");

    public static Refusal TooManyChanges() => Refusal.Conflict(
        "too-many-window-changes",
        $"Tilbudsfristen er alt flyttet {BidWindowExtension.MaxChanges} ganger. Ingenting er endret; den siste fristen står.",
        $"The closing has been moved {BidWindowExtension.MaxChanges} times already. Nothing was changed; the last one stands.");
}
