using NodaTime;
using Samkjop.Calendar;
using Samkjop.Decisions;
using Samkjop.People;

namespace Samkjop.Purchasing.Evidence;

/// <summary>Asking the proposed winner for evidence, supplying and judging it, and whether it is enough for the award.</summary>
public static class EvidenceDecisions
{
    /// <summary>The item that asks for the tax certificate.</summary>
    public const string TaxCertificateItem = "tax-certificate";

    /// <summary>Longest description, in characters.</summary>
    public const int MaxDescription = 500;

    /// <summary>Longest reference or reason, in characters.</summary>
    public const int MaxText = 2000;

    /// <summary>An officer asks, once per lot and bid, while the bid is proposed.</summary>
    public static Decision<WinnerEvidence> Request(Round round, Lot lot, RequestEvidence command)
    {
        if (BidAccess.RefusesToAct(round, command.By, command.Now, Role.ProcurementOfficer) is { } refusal)
            return refusal;
        if (lot is not { Phase: LotPhase.Proposed, Proposal: { } proposal })
            return EvidenceRefusals.NotProposed(lot.LotId);
        var wantsCertificate = TaxCertificates.IsWanted(round, lot, proposal.BidId, command.Now);
        var findings = new Findings();
        findings.Require(
            command.Items.Length < WinnerEvidence.MaxItems && command.Items.All(item => IsText(item, MaxDescription))
                && command.Items.Distinct(StringComparer.OrdinalIgnoreCase).Count() == command.Items.Length,
            "items",
            $"List høyst {WinnerEvidence.MaxItems - 1} ulike ting, hver på 1–{MaxDescription} tegn.",
            $"List at most {WinnerEvidence.MaxItems - 1} different items of 1–{MaxDescription} characters each.");
        if (findings.ToRefusal("invalid-evidence") is { } invalid)
            return invalid;
        if (!wantsCertificate && command.Items.IsEmpty)
            return EvidenceRefusals.NothingToAskFor(lot.LotId);

        var certificate = new EvidenceItem(TaxCertificateItem, EvidenceKind.TaxCertificate, "Skatteattest, høyst seks måneder gammel (FOA § 7-2)");
        var evidence = new WinnerEvidence
        {
            RoundId = round.RoundId,
            LotId = lot.LotId,
            BidId = proposal.BidId,
            SupplierId = proposal.SupplierId,
            RequestedBy = command.By.Subject,
            RequestedAt = command.Now,
            DueBy = DueBy(round.Settings, command.Now),
            Items = [.. wantsCertificate ? [certificate] : (EvidenceItem[])[], .. command.Items.Select((item, i) => new EvidenceItem($"item-{i + 1}", EvidenceKind.Espd, item.Trim()))],
        };
        return Decision.Accept(evidence, new EvidenceRequested(lot.LotId, evidence.BidId, evidence.SupplierId, evidence.Items.Length, evidence.DueBy));
    }

    /// <summary>The supplier shows an item, again as long as it has not been accepted; late counts while the award is not decided.</summary>
    public static Decision<WinnerEvidence> Supply(Lot lot, WinnerEvidence evidence, SupplyEvidence command)
    {
        if (!IsAwaited(lot, evidence))
            return EvidenceRefusals.NotProposed(lot.LotId);
        if (evidence.Find(command.ItemId) is not { } item)
            return EvidenceRefusals.UnknownItem(command.ItemId);
        if (item.Judgement is { Accepted: true })
            return EvidenceRefusals.AlreadyAccepted(item.ItemId);
        var findings = new Findings();
        findings.Require(
            command.Reference is null ? command.Document is not null : IsText(command.Reference, MaxText), "reference",
            $"Vis til hvor det finnes med 1–{MaxText} tegn, eller last opp et dokument.", $"Say where it is found in 1–{MaxText} characters, or upload a document.");
        findings.Require(
            command.IssuedOn is null ? item.Kind is not EvidenceKind.TaxCertificate : command.IssuedOn <= OsloTime.DateOf(command.Now), "issuedOn",
            "Oppgi dagen attesten er utstedt; den kan ikke ligge frem i tid.", "State the day that the certificate was issued; it cannot lie ahead.");
        if (findings.ToRefusal("invalid-evidence") is { } invalid)
            return invalid;
        if (item.Kind is EvidenceKind.TaxCertificate && TaxCertificates.IsTooOld(command.IssuedOn!.Value, command.Now))
            return EvidenceRefusals.TooOld(command.IssuedOn.Value);
        var submission = new EvidenceSubmission(command.By.Subject, command.Now, command.IssuedOn, command.Reference?.Trim(), command.Document);
        return Decision.Accept(
            evidence.With(item with { Submission = submission, Judgement = null, Submissions = item.Submissions + 1 }),
            new EvidenceSupplied(lot.LotId, evidence.BidId, evidence.SupplierId, item.ItemId));
    }

    /// <summary>An officer accepts or refuses what was shown.</summary>
    public static Decision<WinnerEvidence> Judge(Round round, Lot lot, WinnerEvidence evidence, JudgeEvidence command)
    {
        if (BidAccess.RefusesToAct(round, command.By, command.Now, Role.ProcurementOfficer) is { } refusal)
            return refusal;
        if (!IsAwaited(lot, evidence))
            return EvidenceRefusals.NotProposed(lot.LotId);
        if (evidence.Find(command.ItemId) is not { } item)
            return EvidenceRefusals.UnknownItem(command.ItemId);
        if (item.Submission is null)
            return EvidenceRefusals.NothingSupplied(item.ItemId);
        var findings = new Findings();
        findings.Require(IsText(command.Reason, MaxText), "reason", $"Skriv 1–{MaxText} tegn.", $"Write 1–{MaxText} characters.");
        if (findings.ToRefusal("invalid-evidence") is { } invalid)
            return invalid;
        return Decision.Accept(
            evidence.With(item with { Judgement = new EvidenceJudgement(command.Accept, command.Reason.Trim(), command.By.Subject, command.Now) }),
            new EvidenceJudged(lot.LotId, evidence.BidId, evidence.SupplierId, item.ItemId, command.Accept));
    }

    /// <summary>Why the proposal cannot be approved yet; null when nothing that is wanted is missing, refused or too old.</summary>
    public static Refusal? Hinders(Round round, Lot lot, AwardProposal proposal, WinnerEvidence? evidence, Instant now)
    {
        var asked = evidence?.BidId == proposal.BidId ? evidence : null;
        var missing = (asked?.Items ?? []).Where(item => item.Judgement is not { Accepted: true }).Select(item => item.Description).ToList();
        if (asked?.Find(TaxCertificateItem) is null && TaxCertificates.IsWanted(round, lot, proposal.BidId, now))
            missing.Insert(0, "skatteattest / tax certificate (FOA § 7-2)");
        if (missing.Count > 0)
            return EvidenceRefusals.Missing(lot.LotId, missing);
        return asked?.Find(TaxCertificateItem)?.Submission?.IssuedOn is { } issuedOn && TaxCertificates.IsTooOld(issuedOn, now) ? EvidenceRefusals.TooOld(issuedOn) : null;
    }

    /// <summary>Whether the supplier has failed to show what was asked for: its time has passed with something missing, or something was refused.</summary>
    public static bool HasFailed(WinnerEvidence evidence, Instant now) =>
        evidence.Items.Any(item => item.Judgement is { Accepted: false } || (item.Judgement is null && now >= evidence.DueBy));

    private static bool IsAwaited(Lot lot, WinnerEvidence evidence) => lot is { Phase: LotPhase.Proposed, Proposal: { } proposal } && proposal.BidId == evidence.BidId;

    private static Instant DueBy(RoundSettings settings, Instant now) =>
        new LegalCalendar(settings.ChristmasAndNewYearsEveAreDaysOff).EndOf(LegalPeriod.WorkingDays(settings.EvidenceDays), now).End;

    private static bool IsText(string? text, int max) => !string.IsNullOrWhiteSpace(text) && text.Length <= max;
}
