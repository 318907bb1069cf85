using System.Collections.Immutable;
using Samkjop.Decisions;
using Samkjop.People;
using Samkjop.Purchasing.Consolidation;

namespace Samkjop.Purchasing;

/// <summary>
/// Adjusts a round's lots between their locking and the invitation. Dividing into lots is the buyer's decision (FOA § 19-4, from memory), so a person may
/// depart from the platform's proposal, with a reason that is kept.
/// </summary>
public static class LotAdjusting
{
    public const int MaxReasonLength = 1000;
    public const int MaxTitleLength = 200;

    /// <summary>Most adjustments of one round.</summary>
    public const int MaxAdjustments = 200;

    /// <summary>Most needs that all adjustments of a round name together; merging lots names none.</summary>
    public const int MaxNamedNeeds = 4000;

    /// <summary>Makes the adjustment, or says why it cannot be made.</summary>
    /// <param name="round">The round, with the adjustments so far.</param>
    /// <param name="system">Its purchasing system.</param>
    /// <param name="proposed">The lots as consolidation made them.</param>
    /// <param name="command">What an officer wants.</param>
    public static Decision<Round> Adjust(Round round, PurchasingSystem system, IReadOnlyList<ConsolidatedLot> proposed, AdjustLots command)
    {
        ArgumentNullException.ThrowIfNull(round);
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

        if (LotAdjustmentRules.Check(round, system, command) is { } invalid)
        {
            return invalid;
        }

        var before = LotDivision.After(proposed, round.LotAdjustments);
        var makesLot = command.Kind is LotAdjustmentKind.Split || (command.Kind is LotAdjustmentKind.Include && command.IntoLotId is null);
        var made = new LotAdjustment(
            round.LotAdjustments.Length + 1, command.Kind, command.NeedIds, command.LotId, makesLot ? before.NextLotId : command.IntoLotId,
            command.Requirements, command.Title, command.Reason, command.By.Subject, command.Now);
        return before.Try(made, out var misfit) switch
        {
            null => misfit!,
            { Lots.IsEmpty: true } when !command.CloseRound => LotAdjustmentRefusals.NothingLeft(round),
            var after => Accept(round, made, after.Lots, command),
        };
    }

    private static Decision<Round> Accept(Round round, LotAdjustment made, ImmutableArray<ConsolidatedLot> lots, AdjustLots command)
    {
        var adjusted = round with { LotAdjustments = round.LotAdjustments.Add(made), LotIds = [.. lots.Select(lot => lot.LotId)] };
        var told = new LotsAdjusted(
            round.RoundId, made.Number, made.Kind, made.NeedIds, made.LotId, made.IntoLotId, lots.Length, lots.Sum(lot => lot.TotalQuantity), made.Reason);
        if (!lots.IsEmpty)
        {
            return Decision.Accept(adjusted, told);
        }

        var closing = new RoundClosing(command.Now, ProtocolBlob: null, new Text(
            $"Innkjøperen lot alle behovene vente til neste runde: {made.Reason}", $"The procurement officer let all needs wait for the next round: {made.Reason}"));
        return Decision.Accept(adjusted with { Phase = RoundPhase.Closed, Closing = closing }, told, new RoundClosedEmpty(round.RoundId));
    }
}
