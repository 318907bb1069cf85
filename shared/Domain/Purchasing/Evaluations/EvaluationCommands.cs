using System.Collections.Immutable;
using NodaTime;
using Samkjop.People;

namespace Samkjop.Purchasing;

/// <summary>An evaluator gives points to an admissible bid.</summary>
/// <param name="IsRevealed"><see cref="Independence.IsRevealed"/> of the lot; says nothing where evaluators do not judge independently.</param>
public sealed record ScoreBid(Caller By, ImmutableArray<GivenPoints> Points, Instant Now, bool IsRevealed = false);

/// <summary>An officer or evaluator fixes the ranking of a lot.</summary>
public sealed record RankLot(Caller By, Instant Now);
