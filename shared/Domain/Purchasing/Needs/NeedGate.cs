using NodaTime;
using Samkjop.Decisions;
using Samkjop.People;

namespace Samkjop.Purchasing;

/// <summary>
/// When a round takes needs: from its opening until lots are locked. A soft deadline in between only marks what comes after it as late;
/// a hard one ends it (domain.md: "preferably by 30 April" is soft).
/// </summary>
public static class NeedGate
{
    /// <summary>Whether needs can be reported, edited, approved and withdrawn at the instant.</summary>
    public static bool IsOpen(Round round, Instant now)
    {
        ArgumentNullException.ThrowIfNull(round);
        return round.Phase is RoundPhase.CollectingNeeds && now >= round.Needs.OpensAt && now < ClosesAt(round);
    }

    /// <summary>Whether what is reported or edited at the instant comes after the deadline.</summary>
    public static bool IsLate(Round round, Instant now)
    {
        ArgumentNullException.ThrowIfNull(round);
        return now >= round.Needs.Deadline;
    }

    /// <summary>Why the caller cannot report needs of its agency now; null when it can.</summary>
    public static Refusal? Refuse(NeedSetting setting, Caller by, Instant now)
    {
        ArgumentNullException.ThrowIfNull(setting);
        return Check(setting, by, Role.NeedReporter, agencyId: null, needId: "", now);
    }

    /// <summary>Why nothing can be done with a need of the caller's agency now; null when it can.</summary>
    internal static Refusal? Check(NeedSetting setting, Caller by, string role, string? agencyId, string needId, Instant now)
    {
        if (RoundAccess.MayActAs(setting.Round, by, role, now) is { } refusal)
        {
            return refusal;
        }

        if (by.AgencyId is null)
        {
            return NeedRefusals.NoAgency;
        }

        if (!CallOff.Concerns(setting.Round.CallOff, by.AgencyId))
        {
            return Refusals.NotFound(Round.Kind, setting.Round.RoundId);
        }

        if (agencyId is not null && agencyId != by.AgencyId)
        {
            return NeedRefusals.NotYours(needId);
        }

        if (IsOpen(setting.Round, now))
        {
            return null;
        }

        return setting.Round.Phase is RoundPhase.CollectingNeeds && now < setting.Round.Needs.OpensAt
            ? NeedRefusals.NotOpenYet(setting.Round)
            : NeedRefusals.Closed(setting);
    }

    private static Instant ClosesAt(Round round) => round.Settings.NeedsDeadline is DeadlineKind.Hard
        ? Instant.Min(round.Needs.Deadline, round.Needs.LotsLockAt)
        : round.Needs.LotsLockAt;
}
