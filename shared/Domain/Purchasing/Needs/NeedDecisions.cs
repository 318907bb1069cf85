using NodaTime;
using Samkjop.Decisions;
using Samkjop.People;

namespace Samkjop.Purchasing;

/// <summary>What an agency decides about its needs while the round takes them.</summary>
public static class NeedDecisions
{
    /// <summary>Reports a need. It counts once a budget holder has approved it.</summary>
    public static Decision<Need> Report(NeedSetting setting, ReportNeed command)
    {
        ArgumentNullException.ThrowIfNull(setting);
        ArgumentNullException.ThrowIfNull(command);
        var (by, now) = (command.By, command.Now);
        if ((NeedGate.Check(setting, by, Role.NeedReporter, agencyId: null, command.NeedId, now) ?? NeedRules.Check(command.Content, setting.System, now)) is { } refusal)
        {
            return refusal;
        }

        var need = new Need
        {
            RoundId = setting.Round.RoundId,
            NeedId = command.NeedId,
            AgencyId = by.AgencyId!,
            Content = command.Content,
            Version = 1,
            State = NeedState.Reported,
            Late = NeedGate.IsLate(setting.Round, now),
            ReportedAt = now,
            ReportedBy = by.Subject,
            Reference = command.Reference,
        };
        return Decision.Accept(need, new NeedReported(need.NeedId, need.AgencyId, need.Content.VehicleClass, need.Content.Quantity, need.Late));
    }

    /// <summary>Edits a need: a new version, which needs a new approval.</summary>
    public static Decision<Need> Edit(NeedSetting setting, Need need, EditNeed command)
    {
        ArgumentNullException.ThrowIfNull(setting);
        ArgumentNullException.ThrowIfNull(need);
        ArgumentNullException.ThrowIfNull(command);
        var (by, now) = (command.By, command.Now);
        if ((Refuse(setting, need, by, Role.NeedReporter, now) ?? NeedRules.Check(command.Content, setting.System, now)) is { } refusal)
        {
            return refusal;
        }

        if (command.Content == need.Content && need.State is not NeedState.Carried)
        {
            return Decision.Unchanged(need);
        }

        var edited = need with
        {
            Content = command.Content,
            Version = need.Version + 1,
            State = NeedState.Reported,
            Late = need.Late || NeedGate.IsLate(setting.Round, now),
            EditedBy = by.Subject,
            Approval = null,
        };
        return Decision.Accept(edited, new NeedEdited(
            edited.NeedId, edited.Version, edited.Content.VehicleClass, edited.Content.Quantity, edited.Late, ApprovalLapsed: need.Approval is not null));
    }

    /// <summary>Withdraws a need; once more changes nothing.</summary>
    public static Decision<Need> Withdraw(NeedSetting setting, Need need, WithdrawNeed command)
    {
        ArgumentNullException.ThrowIfNull(setting);
        ArgumentNullException.ThrowIfNull(need);
        ArgumentNullException.ThrowIfNull(command);
        if (NeedGate.Check(setting, command.By, Role.NeedReporter, need.AgencyId, need.NeedId, command.Now) is { } refusal)
        {
            return refusal;
        }

        return need.State switch
        {
            NeedState.Withdrawn => Decision.Unchanged(need),
            NeedState.Pinned or NeedState.Deferred => NeedRefusals.Closed(setting),
            _ => Decision.Accept(need with { State = NeedState.Withdrawn, Approval = null }, new NeedWithdrawn(need.NeedId, need.AgencyId)),
        };
    }

    /// <summary>Approves the version that the budget holder has read, with a price ceiling. Neither its reporter nor its last editor may.</summary>
    public static Decision<Need> Approve(NeedSetting setting, Need need, ApproveNeed command)
    {
        ArgumentNullException.ThrowIfNull(setting);
        ArgumentNullException.ThrowIfNull(need);
        ArgumentNullException.ThrowIfNull(command);
        var (by, now) = (command.By, command.Now);
        if (Refuse(setting, need, by, Role.BudgetHolder, now) is { } refusal)
        {
            return refusal;
        }

        if (need.State is NeedState.Carried)
        {
            return NeedRefusals.Unconfirmed(need);
        }

        if (by.Subject == need.ReportedBy || by.Subject == need.EditedBy)
        {
            return NeedRefusals.SamePerson;
        }

        if (command.PriceCeiling is <= 0 or > NeedRules.MaxPriceCeiling)
        {
            return NeedRefusals.PriceCeiling;
        }

        if (command.Version != need.Version)
        {
            return NeedRefusals.OtherVersion(need, command.Version);
        }

        var approval = new NeedApproval(by.Subject, now, command.PriceCeiling, need.Version);
        return need.Approval is { } before && before with { At = now } == approval
            ? Decision.Unchanged(need)
            : Decision.Accept(need with { State = NeedState.Approved, Approval = approval }, new NeedApproved(need.NeedId, need.AgencyId, need.Version));
    }

    private static Refusal? Refuse(NeedSetting setting, Need need, Caller by, string role, Instant now) =>
        NeedGate.Check(setting, by, role, need.AgencyId, need.NeedId, now) ?? need.State switch
        {
            NeedState.Withdrawn => NeedRefusals.Withdrawn(need),
            NeedState.Pinned or NeedState.Deferred => NeedRefusals.Closed(setting),
            _ => null,
        };
}
