using System.Collections.Immutable;
using NodaTime;
using Samkjop.Decisions;
using Samkjop.Ports;
using Samkjop.Purchasing.Consolidation;
using Samkjop.Purchasing.Scoring;

namespace Samkjop.Purchasing;

/// <summary>Consolidated needs that are bid for and awarded together (delkontrakt), with what was decided about them.</summary>
public sealed record Lot : IAggregate<Lot>
{
    public static string Container => Containers.Rounds;

    public static string Kind => "lot";

    public static int SchemaVersion => 1;

    public required string RoundId { get; init; }

    /// <summary><c>lot-1</c>, <c>lot-2</c> …</summary>
    public required string LotId { get; init; }

    public required LotPhase Phase { get; init; }

    /// <summary>What was consolidated, with its explanation.</summary>
    public required ConsolidatedLot Content { get; init; }

    /// <summary>The adjustment of the round's lots after which the content was made; 0 while it is as consolidation proposed.</summary>
    public int Arrangement { get; init; }

    /// <summary>When every bid's sheet had been held against the lot's requirements; null before.</summary>
    public Instant? CheckedAt { get; init; }

    /// <summary>The first last local day of the bids that the lot can be awarded to; null before they are checked, and where there is none.</summary>
    public LocalDate? BidsValidUntil { get; init; }

    /// <summary>The ranking with every intermediate number; null until every admissible bid is scored.</summary>
    public LotRanking? Ranking { get; init; }

    public AwardProposal? Proposal { get; init; }

    /// <summary>Proposals that the decider did not approve, oldest first, at most <see cref="MaxReturnedProposals"/>.</summary>
    public ImmutableArray<ReturnedProposal> ReturnedProposals { get; init; } = [];

    public AwardDecision? Award { get; init; }

    /// <summary>When the letters went out to all at once, and the standstill that they began.</summary>
    public LetterDispatch? Letters { get; init; }

    /// <summary>Bids that were to win and no longer can, oldest first.</summary>
    public ImmutableArray<SetAsideBid> SetAside { get; init; } = [];

    /// <summary>Awards that were decided and no longer stand, oldest first, at most <see cref="EarlierAward.Max"/>.</summary>
    public ImmutableArray<EarlierAward> EarlierAwards { get; init; } = [];

    /// <summary>Complaints that keep the contract from being signed, by id.</summary>
    public ImmutableArray<LotSuspension> Suspensions { get; init; } = [];

    public ImmutableArray<ContractSignature> Signatures { get; init; } = [];

    /// <summary>How many periods the missing signatures have been reminded of.</summary>
    public int SignatureReminders { get; init; }

    /// <summary>Ids of the orders placed, one per agency.</summary>
    public ImmutableArray<string> OrderIds { get; init; } = [];

    /// <summary>What an officer decided of the lot when it got no valid bid; null where it has one, and until then.</summary>
    public LotOutcome? Outcome { get; init; }

    public Ledger Ledger { get; init; } = Ledger.Empty;

    /// <summary>So many proposals can be returned before the round must be looked at anew.</summary>
    public const int MaxReturnedProposals = 20;

    public string Id => LotId;

    public string PartitionKey => RoundId;

    public string? Mark => Marks.Of(Ledger, Phase is LotPhase.Ended or LotPhase.WithoutBids ? Marks.Closed : Marks.Open);

    /// <summary>The id of the orchestration that awards this lot and follows its orders.</summary>
    public static string InstanceId(string roundId, string lotId) => $"{Round.InstanceId(roundId)}.{lotId}";

    public Lot With(Ledger ledger) => this with { Ledger = ledger };

    public static bool MayBecome(Lot? from, Lot to) => from is null ? to?.Phase is LotLifecycle.First : to is not null && LotLifecycle.Allows(from.Phase, to.Phase);
}

/// <summary>Where a lot is in its life. Wire format.</summary>
public enum LotPhase
{
    /// <summary>Locked; not yet evaluated.</summary>
    Consolidated,

    /// <summary>No admissible bid: closed without award.</summary>
    WithoutBids,

    /// <summary>Ranked; a proposal is awaited.</summary>
    Ranked,

    /// <summary>Proposed; the decider is awaited.</summary>
    Proposed,

    /// <summary>Decided; letters go out.</summary>
    Awarded,

    /// <summary>Letters are out; the standstill runs.</summary>
    Standstill,

    /// <summary>Standstill over; both parties' signatures are awaited.</summary>
    AwaitingSignatures,

    /// <summary>Signed; orders are out.</summary>
    Delivering,

    /// <summary>Every order has ended.</summary>
    Ended,
}

/// <param name="BidId">The bid proposed, first in rank.</param>
/// <param name="SupplierId">Its supplier.</param>
/// <param name="Reason">Why, as the letters quote it.</param>
/// <param name="By">The officer's subject.</param>
public sealed record AwardProposal(string BidId, string SupplierId, string Reason, string By, Instant At);

/// <param name="Proposal">What was proposed.</param>
/// <param name="Reason">Why it was not approved.</param>
/// <param name="By">The decider's subject.</param>
public sealed record ReturnedProposal(AwardProposal Proposal, string Reason, string By, Instant At);

/// <param name="BidId">The winning bid.</param>
/// <param name="SupplierId">The winner.</param>
/// <param name="By">The decider's subject: neither proposer nor evaluator.</param>
public sealed record AwardDecision(string BidId, string SupplierId, string Reason, string By, Instant At);

/// <param name="SentAt">When every letter became readable, all at once.</param>
/// <param name="StandstillEnds">24:00 Europe/Oslo of the standstill's last day; null when the setting is off.</param>
/// <param name="Recipients">Suppliers that got a letter.</param>
/// <param name="Number">From 1; letters that follow an award that no longer stands have the next number.</param>
public sealed record LetterDispatch(Instant SentAt, Instant? StandstillEnds, ImmutableArray<string> Recipients, int Number = 1);

/// <param name="Party">Which party signs.</param>
/// <param name="By">Subject.</param>
/// <param name="TermsSha256">Hash of the terms that were signed (<see cref="Awards.ContractTerms"/>), lower-case hexadecimal.</param>
public sealed record ContractSignature(ContractParty Party, string By, Instant At, string? TermsSha256 = null);

public enum ContractParty
{
    Buyer,
    Supplier,
}
