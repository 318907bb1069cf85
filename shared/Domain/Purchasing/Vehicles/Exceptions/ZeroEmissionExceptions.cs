using System.Collections.Immutable;
using NodaTime;
using Samkjop.Calendar;
using Samkjop.Decisions;
using Samkjop.People;
using Samkjop.Rules;

namespace Samkjop.Purchasing;

/// <summary>Exceptions from the law's zero emission, per lot, before the invitation. What the purchasing system itself asks for stands all the same.</summary>
public static class ZeroEmissionExceptions
{
    /// <summary>Longest reason, in characters.</summary>
    public const int MaxReasonLength = 2000;

    /// <summary>Longest reference, in characters.</summary>
    public const int MaxReferenceLength = 100;

    /// <summary>Records an exception for a lot, or replaces the one that it has.</summary>
    /// <param name="round">The round.</param>
    /// <param name="lot">The lot that it is for.</param>
    /// <param name="system">The purchasing system that the round runs under.</param>
    /// <param name="command">What was registered, and by whom.</param>
    public static Decision<Round> Record(Round round, Lot lot, PurchasingSystem system, RecordZeroEmissionException command)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(lot);
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(command);
        if (RoundAccess.MayActAs(round, command.By, Role.ProcurementOfficer, command.Now) is { } refusal)
        {
            return refusal;
        }

        if (round.Phase is not RoundPhase.AwaitingInvitation)
        {
            return LotAdjustmentRefusals.NotNow(round);
        }

        if (NotNeeded(lot, system, OsloTime.DateOf(command.Now)) is { } moot)
        {
            return moot;
        }

        if (Check(command) is { } invalid)
        {
            return invalid;
        }

        var exception = new ZeroEmissionException(
            lot.LotId, command.Ground, command.Reason, command.RegisteredOn, command.Reference.Trim(), command.By.Subject, command.Now);
        return Decision.Accept(
            round with { ZeroEmissionExceptions = [.. round.ZeroEmissionExceptions.Where(other => other.LotId != lot.LotId), exception] },
            new ZeroEmissionExceptionRecorded(round.RoundId, exception));
    }

    /// <summary>The exception that a lot of the round has; null for none.</summary>
    public static ZeroEmissionException? ExceptionOf(this Round round, string lotId)
    {
        ArgumentNullException.ThrowIfNull(round);
        return round.ZeroEmissionExceptions.FirstOrDefault(exception => exception.LotId == lotId);
    }

    private static Refusal? NotNeeded(Lot lot, PurchasingSystem system, LocalDate today) =>
        system.ZeroEmissionRequired ? Refusal.Conflict(
            "system-asks-for-zero-emission",
            $"Innkjøpsordningen {system.PurchasingSystemId} krever selv nullutslipp, og det kan ikke fravikes her. Ingenting er endret.",
            $"The purchasing system {system.PurchasingSystemId} asks for zero emission itself, which cannot be departed from here. Nothing was changed.")
        : lot.Content.Requirements.ZeroEmission ? Refusal.Conflict(
            "needs-ask-for-zero-emission",
            $"Behovene i {lot.LotId} ber selv om nullutslipp. Ingenting er endret; juster delkontrakten først hvis det ikke gjelder alle.",
            $"The needs in {lot.LotId} ask for zero emission themselves. Nothing was changed; adjust the lot first where that does not hold for all.")
        : !ZeroEmissionLaw.IsRequired(lot.Content.VehicleClass, today) ? Refusal.Conflict(
            "no-exception-needed",
            $"Loven krever ikke nullutslipp for {lot.Content.VehicleClass.PluralName().No} {OsloFormat.Day(today).No}. Ingenting er endret; ingen unntak trengs.",
            $"The law does not ask for zero emission of {lot.Content.VehicleClass.PluralName().En} on {OsloFormat.Day(today).En}. Nothing was changed; no exception is needed.")
        : null;

    private static Refusal? Check(RecordZeroEmissionException command)
    {
        var findings = new Findings();
        var (registered, today) = (OsloFormat.Day(command.RegisteredOn), OsloTime.DateOf(command.Now));
        findings.Add("reason", PurchasingSystemRules.TextProblem(command.Reason, MaxReasonLength));
        findings.Require(
            command.RegisteredOn <= today,
            "registeredOn",
            $"Unntaket skal være registrert hos DFØ, men {registered.No} er ikke kommet ennå. Registrer det først.",
            $"The exception must be registered with DFØ, but {registered.En} has not come yet. Register it first.");
        findings.Require(
            !string.IsNullOrWhiteSpace(command.Reference) && command.Reference.Trim().Length <= MaxReferenceLength,
            "reference",
            $"Referansen hos DFØ skal ha 1–{MaxReferenceLength} tegn.",
            $"DFØ's reference must have 1–{MaxReferenceLength} characters.");
        return findings.ToRefusal("invalid-zero-emission-exception");
    }
}
