using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;
using Samkjop.Decisions;
using Samkjop.Ports;

namespace Samkjop.Purchasing;

/// <summary>One bid for one lot as it was judged: pass or fail first, then points with written reasons.</summary>
public sealed record Evaluation : IAggregate<Evaluation>
{
    public static string Container => Containers.Rounds;

    public static string Kind => "evaluation";

    public static int SchemaVersion => 1;

    public required string RoundId { get; init; }

    public required string LotId { get; init; }

    public required string BidId { get; init; }

    public required string SupplierId { get; init; }

    /// <summary>The price that is compared: NOK per vehicle as the sheet states it; null when the sheet could not be read.</summary>
    public decimal? Price { get; init; }

    /// <summary>The last local day on which the bid stands, as its sheet states it or its supplier has prolonged it; null when the sheet could not be read.</summary>
    public LocalDate? ValidUntil { get; init; }

    /// <summary>Every mandatory requirement held against the offer, passed ones too; empty when the sheet could not be read.</summary>
    public ImmutableArray<RequirementFinding> Findings { get; init; } = [];

    /// <summary>Why the bid is inadmissible beyond the findings: an unreadable sheet, a validity that has run out.</summary>
    public ImmutableArray<Text> Problems { get; init; } = [];

    /// <summary>What each evaluator gave, one entry per evaluator, by subject (ordinal).</summary>
    public ImmutableArray<EvaluatorScore> Scores { get; init; } = [];

    /// <summary>Points that no longer count, in the order in which they were set aside; at most <see cref="ScoresAside.MaxSetAside"/>.</summary>
    public ImmutableArray<ScoreSetAside> SetAside { get; init; } = [];

    /// <summary>What independent evaluators agreed on where they differ; null where they did not.</summary>
    public AgreedScore? Agreement { get; init; }

    /// <summary>The question about an abnormally low price, and what came of it; null where none was asked.</summary>
    public PriceInquiry? PriceInquiry { get; init; }

    /// <summary>What the supplier was asked about its bid in writing, oldest first, at most <see cref="Samkjop.Purchasing.Clarifications.MaxQuestions"/>.</summary>
    public ImmutableArray<Clarification> Clarifications { get; init; } = [];

    /// <summary>Obvious errors of the sheet that were corrected, oldest first; price and findings are as corrected.</summary>
    public ImmutableArray<SheetCorrection> Corrections { get; init; } = [];

    /// <summary>That the supplier was no longer admitted at closing, and what was decided about it; null where it was admitted.</summary>
    public MembershipCheck? Membership { get; init; }

    /// <summary>How long its supplier said since that it stands by the bid, oldest first, at most <see cref="Samkjop.Purchasing.Prolongations.Most"/>.</summary>
    public ImmutableArray<Prolongation> Prolongations { get; init; } = [];

    /// <summary>Set while and after the ranking is fixed: the points no longer change.</summary>
    public Instant? LockedAt { get; init; }

    public Ledger Ledger { get; init; } = Ledger.Empty;

    /// <summary>Whether the bid can be read and passes every mandatory requirement.</summary>
    [JsonIgnore]
    public bool PassedChecking => Problems.IsEmpty && Findings.All(finding => finding.Passed);

    /// <summary>Whether the bid is scored: it passed the checking and was rejected neither for an abnormally low price nor for a lost admission.</summary>
    [JsonIgnore]
    public bool IsAdmissible => PassedChecking && PriceInquiry?.Decision is not { Accepted: false } && Membership?.Decision is not { Accepted: false };

    /// <summary>Why the bid is rejected, as its supplier reads it; empty for an admissible one.</summary>
    [JsonIgnore]
    public IEnumerable<Text> RejectionReasons => Problems.Concat(Findings.Where(finding => !finding.Passed).Select(finding => finding.Explanation))
        .Concat(PriceInquiry?.Decision is { Accepted: false } decision ? [PriceRejected(decision)] : [])
        .Concat(Membership is { Flag: { } flag, Decision: { Accepted: false } rejection } ? [MembershipRefusals.Rejected(flag, rejection)] : []);

    public string Id => IdOf(LotId, BidId);

    public string PartitionKey => RoundId;

    public string? Mark => Marks.Of(Ledger);

    private static Text PriceRejected(ReasonedDecision decision) => new(
        $"Prisen er unormalt lav, og det er ikke godtgjort at den holder: {decision.Reason}",
        $"The price is abnormally low, and it was not shown that it holds: {decision.Reason}");

    /// <summary><c>evaluation-{lotId}-{bidId}</c>.</summary>
    public static string IdOf(string lotId, string bidId) => PrefixOf(lotId) + bidId;

    /// <summary>How the ids of a lot's evaluations begin.</summary>
    public static string PrefixOf(string lotId) => $"evaluation-{lotId}-";

    public Evaluation With(Ledger ledger) => this with { Ledger = ledger };
}

/// <param name="Evaluator">The evaluator's subject.</param>
/// <param name="At">When the points were last given.</param>
/// <param name="Points">One per criterion other than the price.</param>
public sealed record EvaluatorScore(string Evaluator, Instant At, ImmutableArray<GivenPoints> Points);

/// <param name="By">Everybody who has agreed, by subject (ordinal); it counts once all who gave points have.</param>
/// <param name="At">When the latest agreed.</param>
/// <param name="Points">One per criterion other than the price.</param>
public sealed record AgreedScore(ImmutableArray<string> By, Instant At, ImmutableArray<GivenPoints> Points);

/// <param name="CriterionId">A criterion of the procurement document that is not the price.</param>
/// <param name="Points">0–10, at most two decimals.</param>
/// <param name="Reason">Why, in writing, 1–2000 characters; goes into the letters.</param>
public sealed record GivenPoints(string CriterionId, decimal Points, string Reason);
