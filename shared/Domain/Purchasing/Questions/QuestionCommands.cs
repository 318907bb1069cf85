using System.Collections.Immutable;
using NodaTime;
using Samkjop.Audit;
using Samkjop.Decisions;
using Samkjop.People;

namespace Samkjop.Purchasing;

/// <summary>An invited supplier asks.</summary>
/// <param name="QuestionId">Derived from caller and key.</param>
/// <param name="Asked">In the supplier's own words.</param>
/// <param name="LotId">The lot that it is about; null for the whole round.</param>
public sealed record AskQuestion(string QuestionId, string Asked, string? LotId, Caller By, Instant Now);

/// <summary>An officer of the round answers, to all invited.</summary>
/// <param name="Question">The question, worded so that it does not tell who asked.</param>
/// <param name="Answer">The answer.</param>
/// <param name="SupplierNames">Names and organisation numbers of those invited, none of which the texts may hold.</param>
public sealed record AnswerQuestion(Text Question, Text Answer, ImmutableArray<string> SupplierNames, Caller By, Instant Now);

/// <summary>A question came in. Sealed, since it hints at who bids.</summary>
public sealed record QuestionAsked(string QuestionId, string SupplierId, string? LotId) : DomainEvent, ISealedUntilOpening;

/// <summary>A question was answered, or its answer corrected, to all invited.</summary>
/// <param name="Number">1 for the answer, 2 and up for its corrections.</param>
/// <param name="ProposedClosing">The closing that is proposed since the answer came late; null where it came in time.</param>
public sealed record QuestionAnswered(string QuestionId, int Number, Instant? ProposedClosing) : DomainEvent;
