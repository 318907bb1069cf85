using Samkjop.Decisions;

namespace Samkjop.Purchasing;

/// <param name="OrderId">The order that it becomes.</param>
/// <param name="LotId">The lot whose option it is.</param>
/// <param name="NeedId">The need whose loan was granted.</param>
public sealed record OptionOrder(string OrderId, string LotId, string NeedId);

/// <summary>An option is ordered, since its loan was granted after the lot's orders were placed.</summary>
public sealed record OptionOrdered(string OrderId, string LotId, string NeedId) : DomainEvent;
