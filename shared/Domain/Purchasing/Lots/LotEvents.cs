using System.Collections.Immutable;
using Samkjop.Decisions;

namespace Samkjop.Purchasing;

/// <summary>An officer adjusted the lots.</summary>
/// <param name="Number">The adjustment's running number.</param>
/// <param name="Lots">How many lots there are now.</param>
/// <param name="Vehicles">How many vehicles they hold now.</param>
/// <param name="Reason">Why.</param>
public sealed record LotsAdjusted(
    string RoundId, int Number, LotAdjustmentKind Kind, ImmutableArray<string> NeedIds, string? LotId, string? IntoLotId, int Lots, long Vehicles, string Reason) : DomainEvent;

/// <summary>A lot holds other needs or asks for something else than before.</summary>
/// <param name="Arrangement">The adjustment after which it is so.</param>
public sealed record LotRearranged(string LotId, int Arrangement, long Vehicles, int Needs) : DomainEvent;
