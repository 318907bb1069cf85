using NodaTime;
using Samkjop.Calendar;
using Samkjop.Decisions;

namespace Samkjop.Purchasing.Evidence;

/// <summary>Why a command about evidence, or an award without it, is refused.</summary>
public static class EvidenceRefusals
{
    public static Refusal NotProposed(string lotId) => Refusal.Conflict(
        "award-not-proposed",
        $"{lotId} har ingen innstilling som dette gjelder. Ingenting er endret; dokumentasjon hentes inn fra den som er innstilt, før vedtaket.",
        $"{lotId} has no proposal that this is about. Nothing was changed; evidence is asked for of the proposed winner, before the decision.");

    public static Refusal AlreadyRequested(string lotId) => Refusal.Conflict(
        "evidence-already-requested",
        $"Dokumentasjon for {lotId} er alt etterspurt. Ingenting er endret; vurder det som kommer inn.",
        $"Evidence for {lotId} has been asked for already. Nothing was changed; judge what comes in.");

    public static Refusal NothingToAskFor(string lotId) => Refusal.Invalid(
        "evidence-nothing-asked",
        $"Kontrakten for {lotId} krever ikke skatteattest, og ingenting annet er listet. Ingenting er endret; list det leverandøren skal dokumentere.",
        $"The contract of {lotId} needs no tax certificate, and nothing else is listed. Nothing was changed; list what the supplier shall show.");

    public static Refusal UnknownItem(string itemId) => Refusal.NotFound(
        "evidence-item-unknown",
        $"Det er ikke etterspurt noe som heter '{itemId}'. Ingenting er endret; kontroller adressen.",
        $"Nothing called '{itemId}' was asked for. Nothing was changed; check the address.");

    public static Refusal AlreadyAccepted(string itemId) => Refusal.Conflict(
        "evidence-already-accepted",
        $"'{itemId}' er alt godtatt. Det som er godtatt, står; ingenting er endret.",
        $"'{itemId}' has been accepted already. What was accepted stands; nothing was changed.");

    public static Refusal NothingSupplied(string itemId) => Refusal.Conflict(
        "evidence-not-supplied",
        $"Leverandøren har ikke levert '{itemId}' ennå. Ingenting er vurdert; vent til fristen, og returner innstillingen eller gå til neste i rangeringen hvis det ikke kommer.",
        $"The supplier has not supplied '{itemId}' yet. Nothing was judged; wait for the deadline, and return the proposal or go on to the next in rank if it does not come.");

    public static Refusal NotUploaded(string documentId) => Refusal.Conflict(
        "evidence-not-uploaded",
        $"Dokumentet '{documentId}' er ikke lastet opp. Ingenting er levert; last det opp til adressen du fikk, og lever på nytt.",
        $"The document '{documentId}' has not been uploaded. Nothing was supplied; upload it to the address that you got, and supply it again.");

    public static Refusal TooOld(LocalDate issuedOn)
    {
        var day = OsloFormat.Day(issuedOn);
        return Refusal.Conflict(
            "tax-certificate-too-old",
            $"Skatteattesten er fra {day.No} og eldre enn loven tillater (FOA § 7-2). Ingenting er endret; en nyere må leveres og godtas først.",
            $"The tax certificate is of {day.En} and older than the law allows (FOA § 7-2). Nothing was changed; a newer one must be supplied and accepted first.");
    }

    public static Refusal Missing(string lotId, IReadOnlyCollection<string> items) => Refusal.Conflict(
        "evidence-missing",
        $"{lotId} kan ikke tildeles ennå: dette er ikke levert og godtatt: {string.Join(", ", items)}. Ingenting er avgjort; hent inn dokumentasjonen, returner innstillingen, eller gå til neste i rangeringen.",
        $"{lotId} cannot be awarded yet: this has not been supplied and accepted: {string.Join(", ", items)}. Nothing was decided; obtain the evidence, return the proposal, or go on to the next in rank.");
}
