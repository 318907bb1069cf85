using NodaTime;
using Samkjop.Calendar;
using Samkjop.Decisions;

namespace Samkjop.Purchasing.Awards;

/// <summary>Why a command about an award or a contract is refused.</summary>
public static class AwardRefusals
{
    public static Refusal NotRanked(string lotId) => Refusal.Conflict(
        "lot-not-ranked",
        $"{lotId} er ikke ferdig evaluert, eller har ingen tilbud som kan vinne. Ingenting er endret; fullfør evalueringen først.",
        $"{lotId} is not fully evaluated, or has no bid that can win. Nothing was changed; complete the evaluation first.");

    public static Refusal AlreadyProposed(string lotId) => Refusal.Conflict(
        "award-already-proposed",
        $"{lotId} har allerede en innstilling. Ingenting er endret; vent på at den blir avgjort.",
        $"{lotId} already has a proposal. Nothing was changed; wait until it is decided.");

    public static Refusal AlreadyAwarded(string lotId) => Refusal.Conflict(
        "already-awarded",
        $"{lotId} er allerede tildelt. Tildelingen står ved lag; ingenting er endret.",
        $"{lotId} is already awarded. The award stands; nothing was changed.");

    public static Refusal NotProposed(string lotId) => Refusal.Conflict(
        "award-not-proposed",
        $"{lotId} har ingen innstilling å avgjøre. Ingenting er endret; be en av rundens innkjøpere om å innstille.",
        $"{lotId} has no proposal to decide on. Nothing was changed; ask an officer of the round to propose.");

    public static Refusal UnknownBid(string lotId, string bidId) => Refusal.Invalid(
        "bid-not-ranked",
        $"Tilbud '{bidId}' er ikke rangert i {lotId}. Ingenting er endret; velg det tilbudet som er først i rangeringen.",
        $"Bid '{bidId}' is not ranked in {lotId}. Nothing was changed; choose the bid that is first in the ranking.");

    public static Refusal NotFirst(string lotId, string bidId, string firstBidId) => Refusal.Invalid(
        "bid-not-first",
        $"Tilbud '{bidId}' er ikke først i rangeringen av {lotId}; det er '{firstBidId}'. Ingenting er endret; innstill det, eller la evalueringen rettes først.",
        $"Bid '{bidId}' is not first in the ranking of {lotId}; '{firstBidId}' is. Nothing was changed; propose that one, or have the evaluation corrected first.");

    public static Refusal NobodyMayWin(string lotId, int cap) => Refusal.Conflict(
        "lots-per-supplier-reached",
        $"Alle som har tilbud i {lotId} har alt så mange delkontrakter som én leverandør kan vinne ({cap}). Ingenting er endret; delkontrakten må avlyses eller lyses ut på nytt.",
        $"Every bidder in {lotId} already has as many lots as one supplier can win ({cap}). Nothing was changed; the lot must be cancelled or put to competition again.");

    public static Refusal ReasonMissing() => Refusal.Invalid(
        "reason-missing",
        $"Skriv en begrunnelse på 1–{AwardDecisions.MaxReasonLength} tegn. Ingenting er endret.",
        $"Give a reason of 1–{AwardDecisions.MaxReasonLength} characters. Nothing was changed.");

    public static Refusal DeciderNotIndependent() => Refusal.Forbidden(
        "decider-not-independent",
        "Den som avgjør en tildeling, kan ikke selv ha innstilt den, evaluert tilbud eller være innkjøper i runden. Ingenting er endret; la en annen utpekt avgjøre.",
        "Whoever decides an award can neither have proposed it, nor evaluated bids, nor be an officer of the round. Nothing was changed; let another named decider decide.");

    public static Refusal NotDeclaredImpartial() => Refusal.Forbidden(
        "impartiality-not-declared",
        "Du må ha erklært deg habil for runden før du innstiller eller avgjør en tildeling (FOA § 7-5). Ingenting er endret; avgi erklæringen først.",
        "You must have declared yourself impartial in the round before you propose or decide an award (FOA § 7-5). Nothing was changed; make the declaration first.");

    public static Refusal TooManyReturned(string lotId) => Refusal.Conflict(
        "too-many-proposals-returned",
        $"{Lot.MaxReturnedProposals} innstillinger for {lotId} er alt sendt tilbake. Ingenting er endret; avklar grunnlaget før noe nytt avgjøres.",
        $"{Lot.MaxReturnedProposals} proposals for {lotId} have been returned already. Nothing was changed; settle the grounds before anything more is decided.");

    public static Refusal StandstillRuns(string lotId, Instant ends)
    {
        var (end, first) = (OsloFormat.Deadline(ends), OsloFormat.Day(OsloTime.DateOf(ends)));
        return Refusal.Conflict(
            "standstill-runs",
            $"Karensperioden for {lotId} varer til {end.No}. Ingenting er signert; kontrakten kan signeres fra og med {first.No}.",
            $"The standstill of {lotId} lasts until {end.En}. Nothing was signed; the contract can be signed from {first.En} on.");
    }

    public static Refusal LettersNotSent(string lotId) => Refusal.Conflict(
        "letters-not-sent",
        $"{lotId} er ikke tildelt med brev til alle ennå. Ingenting er signert; vent til brevene er sendt og karensperioden er ute.",
        $"{lotId} is not awarded with letters to all yet. Nothing was signed; wait until the letters are out and the standstill has ended.");

    public static Refusal WasSetAside(string lotId, string bidId) => Refusal.Conflict(
        "bid-set-aside",
        $"Tilbud '{bidId}' kan ikke lenger vinne {lotId}: leverandøren har trukket seg eller er satt til side. Ingenting er endret; innstill det neste i rangeringen.",
        $"Bid '{bidId}' can no longer win {lotId}: its supplier withdrew or was set aside. Nothing was changed; propose the next in rank.");

    public static Refusal Suspended(string lotId, IReadOnlyCollection<LotSuspension> suspensions)
    {
        var court = suspensions.Any(suspension => suspension.Kind is Complaints.ComplaintKind.ToCourt);
        var ids = string.Join(", ", suspensions.Select(suspension => suspension.ComplaintId));
        return Refusal.Conflict(
            "lot-suspended",
            $"Kontrakten for {lotId} kan ikke signeres mens klagen består ({ids}). Ingenting er signert; {(court ? "registrer rettens avgjørelse" : "avgjør klagen, eller opphev utsettelsen med begrunnelse")} først.",
            $"The contract of {lotId} cannot be signed while the complaint stands ({ids}). Nothing was signed; {(court ? "record the court's ruling" : "decide the complaint, or lift the suspension with a reason")} first.");
    }

    public static Refusal NoAwardStands(string lotId) => Refusal.Conflict(
        "award-not-standing",
        $"{lotId} har ingen tildeling som står. Ingenting er endret; les delkontrakten på nytt.",
        $"No award of {lotId} stands. Nothing was changed; read the lot again.");

    public static Refusal LettersUnderWay(string lotId) => Refusal.Conflict(
        "letters-under-way",
        $"Brevene om tildelingen av {lotId} er på vei ut. Ingenting er endret; prøv igjen om litt.",
        $"The letters of the award of {lotId} are going out. Nothing was changed; try again shortly.");

    public static Refusal ContractBinds(string lotId) => Refusal.Conflict(
        "contract-binds",
        $"Kontrakten for {lotId} er signert av begge parter, og tildelingen kan ikke lenger omgjøres. Ingenting er endret; bruk kontraktens regler om heving eller avbestilling på den enkelte bestilling, og meld fra til kontraktsansvarlig.",
        $"The contract of {lotId} is signed by both parties, and its award can no longer be undone. Nothing was changed; use the contract's rules on termination or cancellation for each order, and tell the contract manager.");

    public static Refusal TooManyAwards(string lotId) => Refusal.Conflict(
        "too-many-awards",
        $"{EarlierAward.Max} tildelinger av {lotId} er alt falt bort. Ingenting er endret; avklar grunnlaget før noe nytt avgjøres.",
        $"{EarlierAward.Max} awards of {lotId} have ended already. Nothing was changed; settle the grounds before anything more is decided.");

    public static Refusal EvidenceNotFailed(string lotId) => Refusal.Conflict(
        "evidence-not-failed",
        $"Leverandøren har ikke sviktet med dokumentasjonen for {lotId}: den er ikke etterspurt, fristen løper, eller alt er godtatt. Ingenting er endret; vent til fristen eller vurder det som er levert.",
        $"The supplier has not failed with the evidence for {lotId}: it was not asked for, its time runs, or all was accepted. Nothing was changed; wait for the deadline or judge what was supplied.");

    public static Refusal NotAwaitingSignature(string lotId) => Refusal.Conflict(
        "signature-not-awaited",
        $"Leverandørens signatur på {lotId} er ikke ventet nå. Ingenting er endret; den kan bare nekte å signere etter karensperioden og før den har signert.",
        $"The supplier's signature on {lotId} is not awaited now. Nothing was changed; it can only refuse to sign after the standstill and before it has signed.");

    public static Refusal OtherTerms(string lotId) => Refusal.Conflict(
        "contract-terms-differ",
        $"Vilkårene du signerer for {lotId}, er ikke de som gjelder. Ingenting er signert; les kontrakten på nytt og signer med hashen som står der.",
        $"The terms that you sign for {lotId} are not those that hold. Nothing was signed; read the contract again and sign with the hash that it states.");

    public static Refusal NotSigned(string lotId) => Refusal.Conflict(
        "contract-not-signed",
        $"Kontrakten for {lotId} er ikke signert av begge parter. Ingenting er bestilt.",
        $"The contract of {lotId} is not signed by both parties. Nothing was ordered.");

    public static Refusal OrdersLeft(string lotId) => Refusal.Conflict(
        "orders-not-ended",
        $"{lotId} har bestillinger som ikke er avsluttet. Ingenting er endret.",
        $"{lotId} has orders that have not ended. Nothing was changed.");

    public static Refusal LotsLeft(string roundId) => Refusal.Conflict(
        "lots-not-ended",
        $"Runde {roundId} har delkontrakter som ikke er kommet så langt. Ingenting er endret.",
        $"Round {roundId} has lots that have not come so far. Nothing was changed.");
}
