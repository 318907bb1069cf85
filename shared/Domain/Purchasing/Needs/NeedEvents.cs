using Samkjop.Decisions;

namespace Samkjop.Purchasing;

/// <summary>An agency reported a need.</summary>
public sealed record NeedReported(string NeedId, string AgencyId, VehicleClass VehicleClass, int Quantity, bool Late) : DomainEvent;

/// <summary>A need was edited; an approval of an earlier version lapsed.</summary>
public sealed record NeedEdited(string NeedId, int Version, VehicleClass VehicleClass, int Quantity, bool Late, bool ApprovalLapsed) : DomainEvent;

/// <summary>A need was withdrawn by its agency.</summary>
public sealed record NeedWithdrawn(string NeedId, string AgencyId) : DomainEvent;

/// <summary>A budget holder approved a need. The ceiling stays in the need.</summary>
public sealed record NeedApproved(string NeedId, string AgencyId, int Version) : DomainEvent;

/// <summary>An officer recorded what became of the loan that a need is subject to.</summary>
public sealed record LoanAnswered(string NeedId, string AgencyId, bool Granted, string Reason) : DomainEvent;

/// <summary>A need was pinned at its approved version when the lots were locked; as an option while its loan is undecided.</summary>
public sealed record NeedPinned(string NeedId, string AgencyId, int Version, bool AsOption = false) : DomainEvent;

/// <summary>A pinned need went into a lot.</summary>
public sealed record NeedPlaced(string NeedId, string LotId) : DomainEvent;

/// <summary>A need was left for the next round.</summary>
public sealed record NeedDeferred(string NeedId, string AgencyId, string? NextRoundId, DeferralCause Cause = DeferralCause.NotApproved) : DomainEvent;

/// <summary>Why a need was left for the next round. Names are wire format.</summary>
public enum DeferralCause
{
    /// <summary>No budget holder had approved it.</summary>
    NotApproved,

    /// <summary>It arrived while the lots were being locked.</summary>
    TooLate,

    /// <summary>Its loan was refused.</summary>
    LoanRefused,

    /// <summary>Its loan had not been answered, and the round does not take options.</summary>
    LoanUndecided,

    /// <summary>An officer left it out before the invitation.</summary>
    LeftOut,

    /// <summary>Its lot got no valid bid and is tried again.</summary>
    NoBids,
}
