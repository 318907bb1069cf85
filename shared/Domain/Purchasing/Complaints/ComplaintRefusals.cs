using Samkjop.Decisions;

namespace Samkjop.Purchasing.Complaints;

/// <summary>Why a command about a complaint is refused.</summary>
public static class ComplaintRefusals
{
    public static Refusal NothingTold(string lotId) => Refusal.Conflict(
        "award-not-told",
        $"Ingen tildeling av {lotId} er meddelt nå. Ingenting er registrert; en klage gjelder en tildeling det er sendt brev om.",
        $"No award of {lotId} has been told now. Nothing was recorded; a complaint is about an award that letters have told of.");

    public static Refusal AlreadyOpen(string lotId) => Refusal.Conflict(
        "complaint-already-open",
        $"Dere har alt en åpen klage på tildelingen av {lotId}. Den står; ingenting er registrert nå. Vent på avgjørelsen.",
        $"You have an open complaint about the award of {lotId} already. It stands; nothing was recorded now. Wait for its decision.");

    public static Refusal Concluded(string complaintId) => Refusal.Conflict(
        "complaint-concluded",
        $"Klagen '{complaintId}' er alt avgjort. Avgjørelsen står; ingenting er endret.",
        $"The complaint '{complaintId}' has been decided already. The decision stands; nothing was changed.");

    public static Refusal CourtStops(string complaintId) => Refusal.Conflict(
        "court-stop",
        $"Saken '{complaintId}' står for retten, og kontrakten kan ikke signeres før retten har avgjort den. Ingenting er endret; registrer avgjørelsen når den foreligger.",
        $"The case '{complaintId}' is before a court, and the contract cannot be signed before it has ruled. Nothing was changed; record the ruling when there is one.");

    public static Refusal ContractMade(string lotId) => Refusal.Conflict(
        "contract-binds",
        $"Kontrakten for {lotId} er signert av begge parter, så den kan ikke lenger vente. Ingenting er endret; klagen kan fortsatt avgjøres.",
        $"The contract of {lotId} is signed by both parties, so it can no longer wait. Nothing was changed; the complaint can still be decided.");
}
