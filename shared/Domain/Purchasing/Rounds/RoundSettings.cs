using System.Collections.Immutable;
using NodaTime;
using Samkjop.Purchasing.Orders;

namespace Samkjop.Purchasing;

/// <summary>What the law leaves open, per round. The defaults are those of the municipality.</summary>
public sealed record RoundSettings
{
    public static RoundSettings Default { get; } = new();

    /// <summary>Soft: a need after the deadline is taken, marked late, until the lots are locked. Hard: it is sent to the next round.</summary>
    public DeadlineKind NeedsDeadline { get; init; } = DeadlineKind.Soft;

    /// <summary>What becomes of an approved need whose loan is undecided when the lots are locked.</summary>
    public ConditionalNeeds ConditionalNeeds { get; init; } = ConditionalNeeds.Option;

    /// <summary>
    /// How many working days before the needs deadline agencies are reminded, each 1–60, at most 5 of them, each once; empty for no reminder.
    /// </summary>
    public ImmutableArray<int> NeedsReminderDays { get; init; } = [7, 2];

    /// <summary>Whether a standstill is held between award letters and contract (voluntary under a DPS).</summary>
    public bool Standstill { get; init; } = true;

    /// <summary>
    /// Whether a winner shows its tax certificate before the decider may approve, where the contract is worth more than the law's threshold (FOA § 7-2). What else
    /// an officer asks for is awaited whatever the setting.
    /// </summary>
    public bool EvidenceBeforeAward { get; init; } = true;

    /// <summary>Working days that a supplier has to supply evidence, 1–30.</summary>
    public int EvidenceDays { get; init; } = 5;

    /// <summary>Whether a complaint to the buyer within the standstill keeps the contract from being signed until it is decided; an officer may lift it.</summary>
    public bool SuspendOnComplaint { get; init; } = true;

    /// <summary>Working days between reminders of a signature that is missing, 1–60; 0 for no reminder.</summary>
    public int SignatureReminderDays { get; init; } = 5;

    /// <summary>Whether two different openers must approve the opening.</summary>
    public bool TwoPersonOpening { get; init; } = true;

    /// <summary>When a price is asked about as abnormally low.</summary>
    public LowPriceRule LowPrice { get; init; } = LowPriceRule.Default;

    /// <summary>
    /// Whether at least two evaluators judge every bid independently: nobody sees another's points until both have given theirs, and where they differ they agree
    /// on what counts.
    /// </summary>
    public bool IndependentEvaluation { get; init; }

    /// <summary>The kinds of tender documents without which no invitation is released; empty for none.</summary>
    public ImmutableArray<TenderDocumentKind> RequiredDocuments { get; init; } = [];

    /// <summary>How many days from closing the invitation demands bids to stand (vedståelsesfrist), 1–366; one that stands shorter is flagged.</summary>
    public int BidValidityDays { get; init; } = 90;

    /// <summary>How many days before bids lapse their officers are told, 1–60.</summary>
    public int ValidityReminderDays { get; init; } = 14;

    /// <summary>Whether 24 and 31 December count as days off.</summary>
    public bool ChristmasAndNewYearsEveAreDaysOff { get; init; }

    /// <summary>Most lots that one supplier can win; null for no cap.</summary>
    public int? LotsPerSupplier { get; init; }

    /// <summary>Whether suppliers that are admitted after the invitation may be invited to this round too, or wait for the next.</summary>
    public LateSuppliers LateSuppliers { get; init; } = LateSuppliers.NextRound;

    /// <summary>Questions are taken until the end of the day that lies so many days before closing, 1–60; the day after is left for the answers.</summary>
    public int QuestionDays { get; init; } = 8;

    /// <summary>Liquidated damages for late vehicles, and their cap.</summary>
    public DamagesTerms LiquidatedDamages { get; init; } = DamagesTerms.Default;

    /// <summary>An order overdue by so many days is escalated to contract manager and officers, 1–180.</summary>
    public int EscalationDays { get; init; } = 14;

    /// <summary>Whether a notice is published for each contract or for all of a quarter (directive 2014/24/EU art. 50(2)).</summary>
    public AwardNoticeGrouping AwardNotices { get; init; } = AwardNoticeGrouping.Quarterly;

    /// <summary>The hour of the day at which bid windows close, Europe/Oslo.</summary>
    public LocalTime ClosingTime { get; init; } = new(12, 0);
}

/// <summary>What becomes of suppliers that are admitted after a round's invitation. Names are wire format.</summary>
public enum LateSuppliers
{
    /// <summary>They are invited from the next round on.</summary>
    NextRound,

    /// <summary>An officer may invite them while bids are received.</summary>
    ThisRound,
}

public enum DeadlineKind
{
    Soft,
    Hard,
}

/// <summary>What becomes of a need that is subject to a loan nobody has answered yet (domain.md: options, or the next round).</summary>
public enum ConditionalNeeds
{
    /// <summary>Its vehicles are an option of the lot, ordered only when the loan is granted.</summary>
    Option,

    /// <summary>It waits for the next round.</summary>
    NextRound,
}
