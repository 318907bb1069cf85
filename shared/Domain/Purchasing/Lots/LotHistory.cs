using System.Collections.Immutable;
using NodaTime;

namespace Samkjop.Purchasing;

/// <summary>A bid that was to win the lot and no longer can; the next in rank takes its place.</summary>
/// <param name="Reason">Why, 1–4000 characters; its supplier reads it.</param>
/// <param name="By">Subject: of the supplier itself, or of an officer.</param>
public sealed record SetAsideBid(string BidId, string SupplierId, SetAsideCause Cause, string Reason, string By, Instant At);

/// <summary>Why a bid that was to win no longer can. Wire format.</summary>
public enum SetAsideCause
{
    /// <summary>The supplier withdrew.</summary>
    Withdrawn,

    /// <summary>The evidence asked for was missing or was not accepted.</summary>
    EvidenceFailed,

    /// <summary>The supplier would not sign.</summary>
    RefusedToSign,
}

/// <summary>An award that was decided and no longer stands, with the letters that told of it.</summary>
/// <param name="RankedBidIds">The ranking that it followed, the best first.</param>
/// <param name="Letters">Null where it ended before the letters.</param>
/// <param name="Signatures">At most one party's.</param>
/// <param name="Reason">Why it ended, as the next letters quote it.</param>
/// <param name="By">Who ended it, by subject.</param>
public sealed record EarlierAward(
    AwardProposal Proposal, AwardDecision Award, ImmutableArray<string> RankedBidIds, LetterDispatch? Letters, ImmutableArray<ContractSignature> Signatures,
    AwardEnding Ending, string Reason, string By, Instant At)
{
    /// <summary>So many awards of one lot can end before the round must be looked at anew.</summary>
    public const int Max = 20;
}

/// <summary>How an award ended before it became a contract. Wire format.</summary>
public enum AwardEnding
{
    /// <summary>Annulled; the ranking stands.</summary>
    Annulled,

    /// <summary>Annulled, and the lot is evaluated again.</summary>
    AnnulledForEvaluation,

    /// <summary>The winner withdrew or was set aside.</summary>
    WinnerSetAside,

    /// <summary>The lot was cancelled.</summary>
    LotCancelled,
}

/// <param name="ComplaintId">The complaint that keeps the contract from being signed.</param>
/// <param name="Kind">To whom it was made.</param>
/// <param name="Since">From when.</param>
public sealed record LotSuspension(string ComplaintId, Complaints.ComplaintKind Kind, Instant Since);
