using Samkjop.Decisions;

namespace Samkjop.Purchasing.Access;

/// <summary>What a request for access and its answers must satisfy.</summary>
internal static class AccessRules
{
    /// <summary>Why the request is refused; null when it may be entered.</summary>
    public static Refusal? Check(IReadOnlyCollection<AskedRecord> records, RegisterAccessRequest command)
    {
        var findings = new Findings();
        findings.Require(
            command.RecordIds is { IsDefault: false, Length: >= 1 and <= AccessRequest.MaxItems }, "recordIds",
            $"Oppgi 1–{AccessRequest.MaxItems} dokumenter, slik de står i journalen.", $"Name 1–{AccessRequest.MaxItems} documents, as the journal lists them.");
        foreach (var (i, id) in command.RecordIds.IsDefault ? [] : command.RecordIds.Index())
        {
            findings.Require(
                records.Any(record => record.RecordId == id), $"recordIds[{i}]",
                $"Journalen har ikke noe dokument «{id}». Kontroller den, eller be om noe den har.",
                $"The journal has no document \"{id}\". Check it, or ask for something that it has.");
        }

        findings.Require(
            command.RecordIds.IsDefault || command.RecordIds.Distinct(StringComparer.Ordinal).Count() == command.RecordIds.Length, "recordIds",
            "Samme dokument står mer enn én gang.", "The same document stands more than once.");
        findings.Require(
            command.ReceivedAt <= command.Now, "receivedAt",
            "Kravet kan ikke ha kommet i fremtiden.", "The request cannot have come in the future.");
        return findings.ToRefusal("invalid-access-request");
    }

    /// <summary>Why the answer is refused as it is written; null when it can be given.</summary>
    public static Refusal? Check(DecideAccess command)
    {
        var findings = new Findings();
        findings.Require(
            command.Outcome is AccessOutcome.Granted or AccessOutcome.Partly or AccessOutcome.Refused, "outcome",
            "Svaret skal være granted, partly eller refused.", "The answer must be granted, partly or refused.");
        findings.Require(
            command.Outcome is AccessOutcome.Granted || command.LegalBasis is { } basis && !string.IsNullOrWhiteSpace(basis) && basis.Length <= Exemption.MaxBasisLength, "legalBasis",
            $"Det som ikke gis ut i sin helhet, skal ha en hjemmel på 1–{Exemption.MaxBasisLength} tegn (offentleglova § 31).",
            $"What is not given in full needs a legal basis of 1–{Exemption.MaxBasisLength} characters (offentleglova § 31).");
        findings.Require(
            command.Outcome is AccessOutcome.Granted || !string.IsNullOrWhiteSpace(command.Reason), "reason",
            "Det som ikke gis ut i sin helhet, skal begrunnes.", "What is not given in full needs a reason.");
        findings.Require(
            command.Reason is null || command.Reason.Length <= AccessDecisions.MaxReasonLength, "reason",
            $"Begrunnelsen kan ha høyst {AccessDecisions.MaxReasonLength} tegn.", $"The reason can have at most {AccessDecisions.MaxReasonLength} characters.");
        return findings.ToRefusal("invalid-access-decision");
    }

    /// <summary>Why the law does not let the document be given so; null when it does.</summary>
    public static Refusal? Holds(AskedRecord record, AccessStage stage, DecideAccess command) => command.Outcome switch
    {
        AccessOutcome.Granted or AccessOutcome.Partly when !record.Exists => NotThere(record.RecordId),
        AccessOutcome.Granted or AccessOutcome.Partly when RecordExemptions.Of(record.Kind, stage) == Exemption.UntilAward => ExemptUntilAward(),
        AccessOutcome.Granted when record.MarkedSecret && string.IsNullOrWhiteSpace(command.Reason) => Secret(),
        AccessOutcome.Partly when record.Kind is RecordKind.Bid && !record.HasRedacted => NoCopy(),
        _ => null,
    };

    public static Refusal NotAskedFor(string requestId, string recordId) => Refusal.NotFound(
        "not-found",
        $"Innsynskravet «{requestId}» gjelder ikke dokumentet «{recordId}». Ingenting er endret; kontroller id-en.",
        $"The request '{requestId}' is not about the document '{recordId}'. Nothing was changed; check the id.");

    private static Refusal NotThere(string recordId) => Refusal.Conflict(
        "no-such-record",
        $"Saken har ikke noe dokument «{recordId}», så det er ingenting å gi ut. Svar med refused, og skriv at det ikke finnes.",
        $"The case has no document \"{recordId}\", so there is nothing to give. Answer refused, and write that it does not exist.");

    private static Refusal ExemptUntilAward() => Refusal.Conflict(
        "exempt-until-award",
        $"{Exemption.UntilAward.Reason.No.TrimEnd('.')} ({Exemption.UntilAward.LegalBasis}). Ingenting er gitt ut; kravet blir tatt opp igjen når meddelelsene om tildeling er sendt.",
        $"{Exemption.UntilAward.Reason.En.TrimEnd('.')} ({Exemption.UntilAward.LegalBasis}). Nothing was given; the request is taken up again when the award letters are out.");

    private static Refusal Secret() => Refusal.Conflict(
        "business-secret",
        $"Leverandøren sier at dokumentet har forretningshemmeligheter. Ingenting er gitt ut. Gi ut den sladdede versjonen (partly), eller begrunn at det ikke er hemmeligheter ({Exemption.BusinessSecret.LegalBasis}).",
        $"The supplier says that the document holds business secrets. Nothing was given. Give the redacted copy (partly), or state why these are no secrets ({Exemption.BusinessSecret.LegalBasis}).");

    private static Refusal NoCopy() => Refusal.Conflict(
        "no-redacted-copy",
        "Det finnes ingen sladdet versjon å gi ut. Ingenting er gitt ut; be leverandøren om en (…/redacted-copy-demands).",
        "There is no redacted copy to give. Nothing was given; ask the supplier for one (…/redacted-copy-demands).");
}
