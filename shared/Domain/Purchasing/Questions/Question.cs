using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;
using Samkjop.Decisions;
using Samkjop.Ports;

namespace Samkjop.Purchasing;

/// <summary>
/// A question that an invited supplier asked in writing. The answer goes to all invited; who asked is known to the asker alone until the bids are
/// opened, since it hints at who bids.
/// </summary>
public sealed record Question : IAggregate<Question>
{
    /// <summary>How the ids begin.</summary>
    public const string IdPrefix = "question-";

    public static string Container => Containers.Rounds;

    public static string Kind => "question";

    public static int SchemaVersion => 1;

    public required string RoundId { get; init; }

    /// <summary>Derived from caller and key; says nothing of who asked.</summary>
    public required string QuestionId { get; init; }

    /// <summary>The asker. Never shown to another supplier, and to nobody before the opening.</summary>
    public required string SupplierId { get; init; }

    public required Instant AskedAt { get; init; }

    /// <summary>The asker's subject.</summary>
    public required string AskedBy { get; init; }

    /// <summary>As the supplier wrote it, 1–<see cref="QuestionRules.MaxLength"/> characters.</summary>
    public required string Asked { get; init; }

    /// <summary>The lot that it is about; null for the whole round.</summary>
    public string? LotId { get; init; }

    /// <summary>What all invited were told, oldest first: the answer and its corrections. At most <see cref="QuestionRules.MaxAnswers"/>.</summary>
    public ImmutableArray<GivenAnswer> Answers { get; init; } = [];

    public Ledger Ledger { get; init; } = Ledger.Empty;

    /// <summary>The answer that holds; null until there is one.</summary>
    [JsonIgnore]
    public GivenAnswer? Answer => Answers is [.., var latest] ? latest : null;

    public string Id => QuestionId;

    public string PartitionKey => RoundId;

    public string? Mark => Marks.Of(Ledger);

    public Question With(Ledger ledger) => this with { Ledger = ledger };
}

/// <param name="Question">The question as all invited read it, worded by the officer so that it does not tell who asked.</param>
/// <param name="Answer">The answer.</param>
/// <param name="At">When it was given, UTC.</param>
/// <param name="By">The officer's subject.</param>
public sealed record GivenAnswer(Text Question, Text Answer, Instant At, string By);
