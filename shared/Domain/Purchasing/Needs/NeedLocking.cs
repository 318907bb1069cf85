using Samkjop.Decisions;

namespace Samkjop.Purchasing;

/// <summary>What becomes of needs when the lots are locked. Each need is decided on its own, and deciding again changes nothing.</summary>
public static class NeedLocking
{
    /// <summary>
    /// Pins an approved need at its approved version; defers one that nobody approved or whose loan was refused; leaves the others. One whose loan is
    /// undecided becomes an option or waits, as <see cref="RoundSettings.ConditionalNeeds"/> says.
    /// </summary>
    public static Decision<Need> Lock(NeedSetting setting, Need need)
    {
        ArgumentNullException.ThrowIfNull(setting);
        ArgumentNullException.ThrowIfNull(need);
        return (setting.Round.Phase, need.State) switch
        {
            (RoundPhase.CollectingNeeds, _) => throw new InvalidOperationException("Needs are locked once the round no longer collects them."),
            (RoundPhase.Consolidating, NeedState.Approved) => LockApproved(setting, need),
            (_, NeedState.Approved) => Defer(setting, need, DeferralCause.TooLate, new Text(
                "Behovet kom inn da delkontraktene ble låst, og er ikke med.", "The need arrived while the lots were being locked, and is not among them.")),
            (_, NeedState.Reported) => Defer(setting, need, DeferralCause.NotApproved, new Text(
                "Behovet var ikke godkjent av budsjettansvarlig da delkontraktene ble låst.", "The need was not approved by a budget holder when the lots were locked.")),
            _ => Decision.Unchanged(need),
        };
    }

    /// <summary>Notes the lot that a pinned need went into.</summary>
    public static Decision<Need> Place(Need need, string lotId)
    {
        ArgumentNullException.ThrowIfNull(need);
        return need switch
        {
            { State: NeedState.Pinned, LotId: null } => Decision.Accept(need with { LotId = lotId }, new NeedPlaced(need.NeedId, lotId)),
            { State: NeedState.Pinned } when need.LotId == lotId => Decision.Unchanged(need),
            _ => throw new InvalidOperationException($"The need '{need.NeedId}' is {need.State} in lot '{need.LotId}' and cannot go into '{lotId}'."),
        };
    }

    /// <summary>Notes the lot into which an officer's adjustment put a need, which it also takes back when it was left out.</summary>
    /// <param name="need">The need.</param>
    /// <param name="lotId">Its lot now.</param>
    /// <param name="isOption">Whether it is an option of the lot.</param>
    public static Decision<Need> Rearrange(Need need, string lotId, bool isOption)
    {
        ArgumentNullException.ThrowIfNull(need);
        return need switch
        {
            { State: NeedState.Pinned } when need.LotId == lotId && need.IsOption == isOption => Decision.Unchanged(need),
            { State: NeedState.Pinned or NeedState.Deferred } => Decision.Accept(
                need with { State = NeedState.Pinned, LotId = lotId, IsOption = isOption, Deferral = null }, new NeedPlaced(need.NeedId, lotId)),
            _ => throw new InvalidOperationException($"The need '{need.NeedId}' is {need.State} and stands in no lot."),
        };
    }

    /// <summary>Leaves a pinned need for the next round, as an officer's adjustment says.</summary>
    public static Decision<Need> LeaveOut(NeedSetting setting, Need need, string reason)
    {
        ArgumentNullException.ThrowIfNull(setting);
        ArgumentNullException.ThrowIfNull(need);
        return need.State is not NeedState.Pinned
            ? Decision.Unchanged(need)
            : Defer(setting, need with { LotId = null, IsOption = false }, DeferralCause.LeftOut, new Text(
                $"Innkjøperen lot behovet vente: {reason}", $"The procurement officer let the need wait: {reason}"));
    }

    /// <summary>Leaves a pinned need of a lot without a valid bid for the next round.</summary>
    public static Decision<Need> TryAgain(Need need, string lotId, string? nextRoundId)
    {
        ArgumentNullException.ThrowIfNull(need);
        return need.State is not NeedState.Pinned || need.LotId != lotId
            ? Decision.Unchanged(need)
            : Decision.Accept(
                need with
                {
                    State = NeedState.Deferred,
                    Deferral = new NeedDeferral(
                        new Text(
                            $"{lotId} fikk ingen gyldige tilbud. Behovet legges inn som utkast i {(nextRoundId is null ? "neste runde" : $"runde {nextRoundId}")}; bekreft det der.",
                            $"{lotId} got no valid bids. The need is entered as a draft in {(nextRoundId is null ? "the next round" : $"round {nextRoundId}")}; confirm it there."),
                        nextRoundId),
                },
                new NeedDeferred(need.NeedId, need.AgencyId, nextRoundId, DeferralCause.NoBids));
    }

    private static Decision<Need> LockApproved(NeedSetting setting, Need need) => (need.Loan, setting.Round.Settings.ConditionalNeeds) switch
    {
        (LoanCondition.Refused, _) => Defer(setting, need, DeferralCause.LoanRefused, new Text(
            "Lånet som behovet avhang av, ble avslått, så behovet er ikke med.", "The loan that the need hung on was refused, so the need is not included.")),
        (LoanCondition.Undecided, ConditionalNeeds.NextRound) => Defer(setting, need, DeferralCause.LoanUndecided, new Text(
            "Svaret på lånet var ikke kommet da delkontraktene ble låst, så behovet venter.",
            "The loan had not been answered when the lots were locked, so the need waits.")),
        (var loan, _) => Pin(need, asOption: loan is LoanCondition.Undecided),
    };

    private static Decision<Need> Pin(Need need, bool asOption) => Decision.Accept(
        need with { State = NeedState.Pinned, IsOption = asOption }, new NeedPinned(need.NeedId, need.AgencyId, need.Version, asOption));

    private static Decision<Need> Defer(NeedSetting setting, Need need, DeferralCause cause, Text why)
    {
        var next = cause is DeferralCause.LoanRefused ? NeedRefusals.NextRound(setting.Next) : NeedRefusals.DraftIn(setting.Next);
        var deferral = new NeedDeferral(new Text($"{why.No} {next.No}", $"{why.En} {next.En}"), setting.Next?.RoundId);
        return Decision.Accept(need with { State = NeedState.Deferred, Deferral = deferral }, new NeedDeferred(need.NeedId, need.AgencyId, deferral.NextRoundId, cause));
    }
}
