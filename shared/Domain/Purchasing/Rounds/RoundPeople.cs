using System.Collections.Immutable;

namespace Samkjop.Purchasing;

/// <summary>
/// The people named for a round, by the subject of their tokens. A role in a token is necessary, being named here is too.
/// The decider is neither an evaluator nor an officer of the round.
/// </summary>
public sealed record RoundPeople(
    ImmutableArray<string> ProcurementOfficers,
    ImmutableArray<string> Openers,
    ImmutableArray<string> Evaluators,
    ImmutableArray<string> AwardDeciders,
    ImmutableArray<string> ContractManagers);
