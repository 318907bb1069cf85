using System.Collections.Immutable;
using NodaTime;
using Samkjop.Decisions;
using Samkjop.Ports;

namespace Samkjop.Purchasing;

/// <summary>One coordinated bulk purchase (samkjøp): the document that says where the round is. Needs, lots, bids and orders are documents of their own.</summary>
public sealed record Round : IAggregate<Round>
{
    public static string Container => Containers.Rounds;

    public static string Kind => "round";

    public static int SchemaVersion => 1;

    /// <summary>Year and running number, such as <c>2021-1</c>, or <c>2021-bym-1</c> for an agency's own call-off.</summary>
    public required string RoundId { get; init; }

    public required Text Title { get; init; }

    public required string PurchasingSystemId { get; init; }

    /// <summary>Set for an agency's own call-off; null for a joint round.</summary>
    public CallOff? CallOff { get; init; }

    public required RoundPhase Phase { get; init; }

    public required RoundSettings Settings { get; init; }

    public required RoundPeople People { get; init; }

    /// <summary>Why <see cref="People"/> were changed since the round opened, oldest first; at most <see cref="PeopleChanging.MaxChanges"/>.</summary>
    public ImmutableArray<PeopleChange> PeopleChanges { get; init; } = [];

    /// <summary>What people were relieved of since the round opened; at most <see cref="PeopleChanging.MaxFormerDuties"/>.</summary>
    public ImmutableArray<FormerDuty> FormerDuties { get; init; } = [];

    public required NeedsWindow Needs { get; init; }

    /// <summary>Reminders before the needs deadline that have gone out, by working days before it.</summary>
    public ImmutableArray<int> NeedsReminded { get; init; } = [];

    /// <summary>Ids of the lots, in order; empty until consolidated.</summary>
    public ImmutableArray<string> LotIds { get; init; } = [];

    /// <summary>What officers changed in the lots since they were locked, in order, at most <see cref="LotAdjusting.MaxAdjustments"/>.</summary>
    public ImmutableArray<LotAdjustment> LotAdjustments { get; init; } = [];

    /// <summary>Exceptions from the law's zero emission, at most one per lot; recorded before the invitation.</summary>
    public ImmutableArray<ZeroEmissionException> ZeroEmissionExceptions { get; init; } = [];

    /// <summary>What bids are asked for and judged by; editable until the invitation is released, frozen by it.</summary>
    public ProcurementDocument? ProcurementDocument { get; init; }

    /// <summary>The files that bidders are given, with every version; see <see cref="TenderDocuments"/> for how many.</summary>
    public ImmutableArray<TenderDocument> Documents { get; init; } = [];

    /// <summary>Set when the invitation is released.</summary>
    public Invitation? Invitation { get; init; }

    /// <summary>How the closing was moved, oldest first; at most <see cref="BidWindowExtension.MaxChanges"/>.</summary>
    public ImmutableArray<WindowChange> WindowChanges { get; init; } = [];

    /// <summary>The shorter time that was proposed last; null while none has been.</summary>
    public ShorterTime? ShorterTime { get; init; }

    /// <summary>Set when the window has closed and the manifest is fixed.</summary>
    public ManifestSummary? Manifest { get; init; }

    /// <summary>Who has approved the opening; complete when the settings' number of different openers has.</summary>
    public ImmutableArray<OpeningApproval> OpeningApprovals { get; init; } = [];

    /// <summary>When the bids were opened.</summary>
    public Instant? OpenedAt { get; init; }

    /// <summary>Impartiality declarations (FOA § 7-5), by subject.</summary>
    public ImmutableArray<ImpartialityDeclaration> Declarations { get; init; } = [];

    /// <summary>Set when the round was cancelled (avlysning).</summary>
    public RoundCancellation? Cancellation { get; init; }

    /// <summary>Options that were ordered because their loans were granted after the orders were placed.</summary>
    public ImmutableArray<OptionOrder> OptionOrders { get; init; } = [];

    /// <summary>Award notices that were published, oldest first.</summary>
    public ImmutableArray<PublishedNotice> PublishedNotices { get; init; } = [];

    /// <summary>When the round closed, and where its protocol lies.</summary>
    public RoundClosing? Closing { get; init; }

    public Ledger Ledger { get; init; } = Ledger.Empty;

    public string Id => "round";

    public string PartitionKey => RoundId;

    public string? Mark => Marks.Of(Ledger, Phase is RoundPhase.Closed ? Marks.Closed : Marks.Open);

    /// <summary>The id of the orchestration that walks this round through its life.</summary>
    public static string InstanceId(string roundId) => $"round.{roundId}";

    public Round With(Ledger ledger) => this with { Ledger = ledger };

    public static bool MayBecome(Round? from, Round to) => from is null ? to?.Phase is RoundLifecycle.First : to is not null && RoundLifecycle.Allows(from.Phase, to.Phase);
}
