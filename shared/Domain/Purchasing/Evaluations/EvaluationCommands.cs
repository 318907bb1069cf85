using System.Collections.Immutable;
using NodaTime;
using Samkjop.People;

namespace Samkjop.Purchasing;

/// <summary>An evaluator gives points to an admissible bid.</summary>
public sealed record ScoreBid(Caller By, ImmutableArray<GivenPoints> Points, Instant Now);

/// <summary>An officer or evaluator fixes the ranking of a lot.</summary>
public sealed record RankLot(Caller By, Instant Now);
