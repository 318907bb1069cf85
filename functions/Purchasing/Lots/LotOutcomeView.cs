using Samkjop.Purchasing;

namespace Samkjop.Functions.Purchasing.Lots;

/// <summary>What was decided of a lot that gets no contract.</summary>
public sealed record LotOutcomeView(string RoundId, string LotId, LotPhase Phase, LotOutcome Outcome)
{
    /// <exception cref="ArgumentException">Nothing has been decided of the lot.</exception>
    public static LotOutcomeView Of(Lot lot)
    {
        ArgumentNullException.ThrowIfNull(lot);
        return new(lot.RoundId, lot.LotId, lot.Phase, lot.Outcome ?? throw new ArgumentException($"Nothing has been decided of {lot.LotId}.", nameof(lot)));
    }
}
