using System.Text.Json.Serialization;
using Microsoft.DurableTask;
using NodaTime;
using Samkjop.Purchasing;

namespace Samkjop.Orchestrations.Purchasing;

/// <summary>Which lot.</summary>
public sealed record LotRef(string RoundId, string LotId);

/// <summary>What the orchestrator needs to know of a lot: where it is and when something is due. Never bid data.</summary>
/// <param name="RoundId">The round.</param>
/// <param name="LotId">The lot.</param>
/// <param name="Phase">Where it is.</param>
/// <param name="StandstillEnds">24:00 Europe/Oslo of the last day; null before the letters are out, or where no standstill is held.</param>
/// <param name="IsSigned">Both parties have signed.</param>
/// <param name="IsSuspended">A complaint keeps the contract from being signed.</param>
/// <param name="RemindAt">When signatures that are missing are next reminded of; null when they are not.</param>
/// <param name="IsEvaluatedAgain">The lot was put back to evaluation.</param>
public sealed record LotProgress(
    string RoundId, string LotId, LotPhase Phase, Instant? StandstillEnds, bool IsSigned, bool IsSuspended = false, Instant? RemindAt = null, bool IsEvaluatedAgain = false)
{
    [JsonIgnore]
    public LotRef Ref => new(RoundId, LotId);
}

/// <summary>Reading a lot from an orchestrator.</summary>
public static class ReadLotExtensions
{
    public static Task<LotProgress> ReadLotAsync(this TaskOrchestrationContext context, LotRef lot)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.CallActivityAsync<LotProgress>(nameof(ReadLot), lot, ReadRoundExtensions.Patiently);
    }
}
