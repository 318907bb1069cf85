using Samkjop.Decisions;
using Samkjop.People;

namespace Samkjop.Purchasing.Access;

/// <summary>Business secrets in bids and the copies without them.</summary>
public static class SecretDecisions
{
    /// <summary>Longest reason, characters.</summary>
    public const int MaxReasonLength = 2000;

    /// <summary>The supplier says what is secret, when it uploads or afterwards, until the round closes.</summary>
    /// <param name="round">The round.</param>
    /// <param name="bid">Its own bid.</param>
    /// <param name="secret">What is known of the document's secrets; null when nothing is.</param>
    /// <param name="command">What it says.</param>
    public static Decision<BusinessSecret> Mark(Round round, Bid bid, BusinessSecret? secret, MarkSecret command)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(bid);
        ArgumentNullException.ThrowIfNull(command);
        if (Refuses(round, bid, command.DocumentId) is { } refusal)
        {
            return refusal;
        }

        if (ReasonRefused(command.Reason) is { } invalid)
        {
            return invalid;
        }

        if (secret?.Marked?.Reason == command.Reason)
        {
            return Decision.Unchanged(secret);
        }

        var marked = (secret ?? New(bid, command.DocumentId)) with { Marked = new SecretMark(command.Reason, command.By.Subject, command.Now) };
        return Decision.Accept(marked, new BusinessSecretMarked(bid.BidId, bid.SupplierId, command.DocumentId, command.Reason));
    }

    /// <summary>An officer of the round asks for a copy without secrets, once the bids are open.</summary>
    public static Decision<BusinessSecret> Demand(Round round, Bid bid, BusinessSecret? secret, DemandRedactedCopy command)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(bid);
        ArgumentNullException.ThrowIfNull(command);
        if (BidAccess.RefusesToAct(round, command.By, command.Now, Role.ProcurementOfficer) is { } refusal)
        {
            return refusal;
        }

        if ((Refuses(round, bid, command.DocumentId) ?? ReasonRefused(command.Reason)) is { } refused)
        {
            return refused;
        }

        if (secret?.Demanded?.Reason == command.Reason)
        {
            return Decision.Unchanged(secret);
        }

        var demanded = (secret ?? New(bid, command.DocumentId)) with { Demanded = new CopyDemand(command.Reason, command.By.Subject, command.Now) };
        return Decision.Accept(demanded, new RedactedCopyDemanded(bid.BidId, bid.SupplierId, command.DocumentId, command.Reason));
    }

    /// <summary>The supplier gives a copy without secrets of a document that it has marked, or that a copy was demanded of. A later one takes its place.</summary>
    public static Decision<BusinessSecret> Give(Round round, Bid bid, BusinessSecret secret, GiveRedactedCopy command)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(bid);
        ArgumentNullException.ThrowIfNull(secret);
        ArgumentNullException.ThrowIfNull(command);
        if ((Refuses(round, bid, command.DocumentId) ?? FileRefused(command)) is { } refusal)
        {
            return refusal;
        }

        if (bid.Documents.First(d => d.DocumentId == command.DocumentId).Receipt?.Sha256 == command.Sha256)
        {
            return Refusal.Invalid(
                "not-redacted",
                "Filen er den samme som dokumentet selv, uten noe sladdet. Den er ikke tatt imot; last opp en kopi der forretningshemmelighetene er tatt ut.",
                "The file is the document itself, with nothing redacted. It was not taken; upload a copy from which the business secrets are removed.");
        }

        return secret.Copy?.Sha256 == command.Sha256
            ? Decision.Unchanged(secret)
            : Decision.Accept(
                secret with
                {
                    Copy = new RedactedCopy(FileNames.MadeSafe(command.FileName), command.Size, command.Sha256, command.Blob, command.By.Subject, command.Now),
                },
                new RedactedCopyGiven(bid.BidId, bid.SupplierId, command.DocumentId, command.Sha256));
    }

    private static Refusal? Refuses(Round round, Bid bid, string documentId)
    {
        if (round.Phase is RoundPhase.Closed)
        {
            return Refusal.Conflict(
                "round-closed",
                $"Runde {round.RoundId} er avsluttet. Ingenting er endret; send det til arkivet som e-post, så følger det saken.",
                $"Round {round.RoundId} has closed. Nothing was changed; send it to the archive by mail, so that it follows the case.");
        }

        return bid.Documents.Any(document => document.DocumentId == documentId) ? null : BidRefusals.UnknownDocument(documentId);
    }

    private static Refusal? ReasonRefused(string reason)
    {
        var findings = new Findings();
        findings.Require(
            !string.IsNullOrWhiteSpace(reason) && reason.Length <= MaxReasonLength, "reason",
            $"Begrunnelsen skal ha 1–{MaxReasonLength} tegn.", $"The reason must have 1–{MaxReasonLength} characters.");
        return findings.ToRefusal("invalid-secret");
    }

    private static Refusal? FileRefused(GiveRedactedCopy command)
    {
        var name = FileNames.MadeSafe(command.FileName);
        var findings = new Findings();
        findings.Require(
            name.Length is > 0 and <= BidLimits.MaxFileName, "fileName",
            $"Filnavnet må ha 1–{BidLimits.MaxFileName} tegn.", $"The file name must have 1–{BidLimits.MaxFileName} characters.");
        findings.Require(
            command.Size is > 0 and <= BidLimits.MaxAttachmentBytes, "uploadId",
            $"Filen har {command.Size} byte; den skal ha 1–{BidLimits.MaxAttachmentBytes}. Last opp en mindre.",
            $"The file has {command.Size} bytes; it must have 1–{BidLimits.MaxAttachmentBytes}. Upload a smaller one.");
        return findings.ToRefusal("invalid-redacted-copy");
    }

    private static BusinessSecret New(Bid bid, string documentId) => new()
    {
        RoundId = bid.RoundId,
        BidId = bid.BidId,
        SupplierId = bid.SupplierId,
        DocumentId = documentId,
    };
}
