using System.Collections.Immutable;
using NodaTime;
using Samkjop.Calendar;
using Samkjop.Decisions;
using Samkjop.People;
using Samkjop.Purchasing.Scoring;
using Samkjop.Rules;

namespace Samkjop.Purchasing;

/// <summary>What an officer writes; the version is counted by the platform.</summary>
public sealed record ProcurementDocumentContent(
    PriceFormula PriceFormula, Text PriceBasis, ImmutableArray<AwardCriterion> Criteria, TieBreak TieBreak, string? ClimateRequirementReason = null);

/// <summary>An officer of the round writes its procurement document.</summary>
public sealed record WriteProcurementDocument(ProcurementDocumentContent Content, Caller By, Instant Now);

/// <summary>A version of the procurement document was written.</summary>
public sealed record ProcurementDocumentWritten(string RoundId, int Version, string Sha256) : DomainEvent;

/// <summary>Prepares what bids are asked for and judged by, until the invitation freezes it.</summary>
public static class ProcurementDocumentDecisions
{
    /// <summary>Writes the next version.</summary>
    public static Decision<Round> Write(Round round, WriteProcurementDocument command, RuleTable rules)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(command);
        if (RoundAccess.MayActAs(round, command.By, Role.ProcurementOfficer, command.Now) is { } refusal)
        {
            return refusal;
        }

        if (round.Phase > RoundPhase.AwaitingInvitation)
        {
            return Refusal.Conflict(
                "document-frozen",
                $"Invitasjonen til runde {round.RoundId} er sendt, og kriterier, vekter og prisformel er låst. Ingenting er endret.",
                $"The invitation to round {round.RoundId} has been released, and criteria, weights and price formula are frozen. Nothing was changed.");
        }

        var content = command.Content;
        var document = new ProcurementDocument(
            (round.ProcurementDocument?.Version ?? 0) + 1, content.PriceFormula, content.PriceBasis, content.Criteria, content.TieBreak, content.ClimateRequirementReason);
        if (ProcurementDocumentRules.Check(document, rules, OsloTime.DateOf(command.Now)) is { } invalid)
        {
            return invalid;
        }

        var hash = document.Sha256();
        return round.ProcurementDocument is { } before && (before with { Version = document.Version }).Sha256() == hash
            ? Decision.Unchanged(round)
            : Decision.Accept(round with { ProcurementDocument = document }, new ProcurementDocumentWritten(round.RoundId, document.Version, hash));
    }

    /// <summary>The hash that freezes a document: of its canonical JSON.</summary>
    public static string Sha256(this ProcurementDocument document) => Serialization.CanonicalJson.Sha256(document);
}
