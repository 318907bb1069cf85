using NodaTime;
using Samkjop.Decisions;
using Samkjop.People;
using Samkjop.Purchasing.Import;

namespace Samkjop.Purchasing;

/// <summary>A need was taken over from an earlier round as a draft.</summary>
public sealed record NeedCarried(string NeedId, string AgencyId, string FromRoundId, string FromNeedId) : DomainEvent;

/// <summary>A deferred need was taken over by a later round.</summary>
public sealed record NeedTakenOver(string NeedId, string ByRoundId, string ByNeedId) : DomainEvent;

/// <summary>The agency confirmed a draft that was taken over.</summary>
public sealed record NeedConfirmed(string NeedId, string AgencyId) : DomainEvent;

/// <summary>Where a need comes from that a round took over.</summary>
public sealed record NeedOrigin(string RoundId, string NeedId);

/// <summary>
/// Takes what one round left into the next as drafts. A draft counts for nothing until its agency has confirmed it, and is decided on like any other need from then on.
/// </summary>
public static class NeedCarrying
{
    /// <summary>Whether a round takes a deferred need over: it waits for this round or for whichever comes, and was not taken over yet. A refused loan ends a need.</summary>
    /// <param name="need">The need as the earlier round left it.</param>
    /// <param name="from">The earlier round.</param>
    /// <param name="into">The round that takes needs now.</param>
    public static bool IsDue(Need need, Round from, Round into)
    {
        ArgumentNullException.ThrowIfNull(need);
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(into);
        return need is { State: NeedState.Deferred, Deferral: { CarriedTo: null } deferral }
            && need.Loan is not LoanCondition.Refused
            && from.RoundId != into.RoundId
            && from.PurchasingSystemId == into.PurchasingSystemId
            && (into.CallOff is null || into.CallOff.AgencyId == from.CallOff?.AgencyId)
            && (deferral.NextRoundId ?? into.RoundId) == into.RoundId;
    }

    /// <summary>The id of the draft; the same need gives the same draft, however often it is taken over.</summary>
    public static string DraftIdOf(Need need)
    {
        ArgumentNullException.ThrowIfNull(need);
        return NeedReference.NeedIdOf(need.AgencyId, $"{need.RoundId}/{need.NeedId}");
    }

    /// <summary>The draft in the round that takes the need over.</summary>
    public static Decision<Need> Draft(Need need, Round into, Actor by, Instant now)
    {
        ArgumentNullException.ThrowIfNull(need);
        ArgumentNullException.ThrowIfNull(into);
        ArgumentNullException.ThrowIfNull(by);
        var draft = new Need
        {
            RoundId = into.RoundId,
            NeedId = DraftIdOf(need),
            AgencyId = need.AgencyId,
            Content = need.Content,
            Version = 1,
            State = NeedState.Carried,
            ReportedAt = now,
            ReportedBy = by.Id,
            LoanAnswer = need.LoanAnswer,
            CarriedFrom = new NeedOrigin(need.RoundId, need.NeedId),
        };
        return Decision.Accept(draft, new NeedCarried(draft.NeedId, draft.AgencyId, need.RoundId, need.NeedId));
    }

    /// <summary>Notes in the earlier round where its need went.</summary>
    public static Decision<Need> TakeOver(Need need, Need draft)
    {
        ArgumentNullException.ThrowIfNull(need);
        ArgumentNullException.ThrowIfNull(draft);
        return need is { State: NeedState.Deferred, Deferral: { CarriedTo: null } deferral }
            ? Decision.Accept(
                need with { Deferral = deferral with { NextRoundId = draft.RoundId, CarriedTo = draft.NeedId } },
                new NeedTakenOver(need.NeedId, draft.RoundId, draft.NeedId))
            : Decision.Unchanged(need);
    }

    /// <summary>An agency's reporter says that a draft still stands; from then on it is as if reported.</summary>
    public static Decision<Need> Confirm(NeedSetting setting, Need need, Caller by, Instant now)
    {
        ArgumentNullException.ThrowIfNull(setting);
        ArgumentNullException.ThrowIfNull(need);
        ArgumentNullException.ThrowIfNull(by);
        if ((NeedGate.Check(setting, by, Role.NeedReporter, need.AgencyId, need.NeedId, now) ?? NeedRules.Check(need.Content, setting.System, now)) is { } refusal)
        {
            return refusal;
        }

        return need.State switch
        {
            NeedState.Carried => Decision.Accept(
                need with { State = NeedState.Reported, ReportedBy = by.Subject, ReportedAt = now, Late = NeedGate.IsLate(setting.Round, now) },
                new NeedConfirmed(need.NeedId, need.AgencyId)),
            NeedState.Reported or NeedState.Approved => Decision.Unchanged(need),
            NeedState.Withdrawn => NeedRefusals.Withdrawn(need),
            _ => NeedRefusals.Closed(setting),
        };
    }
}
