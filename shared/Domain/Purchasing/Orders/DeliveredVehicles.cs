using System.Collections.Immutable;
using NodaTime;

namespace Samkjop.Purchasing.Orders;

/// <param name="Day">The local day of delivery.</param>
/// <param name="Vehicles">How many, 1 or more.</param>
public sealed record DeliveredBatch(LocalDate Day, int Vehicles);

/// <summary>
/// Which vehicles of an order were delivered on which day. Deliveries add up to what was ordered and no further, the earliest first: reporting one twice,
/// by message and by hand, is common. Where the agency's verdict does not say which vehicles it means, it is read in the supplier's favour: accepted
/// are those delivered first, rejected those delivered last.
/// </summary>
/// <param name="Accepted">Accepted vehicles by day of delivery.</param>
/// <param name="Waiting">Delivered vehicles whose acceptance is awaited, by day of delivery.</param>
internal sealed record DeliveredVehicles(ImmutableArray<DeliveredBatch> Accepted, ImmutableArray<DeliveredBatch> Waiting)
{
    public int AcceptedQuantity => Accepted.Sum(batch => batch.Vehicles);

    public int WaitingQuantity => Waiting.Sum(batch => batch.Vehicles);

    /// <summary>What the entries add up to.</summary>
    /// <param name="quantity">Vehicles ordered.</param>
    /// <param name="entries">As recorded.</param>
    public static DeliveredVehicles Of(int quantity, ImmutableArray<OrderEntry> entries) =>
        entries.Aggregate(new DeliveredVehicles([], []), (sum, entry) => entry.Kind switch
        {
            OrderEntryKind.Delivered => sum.Deliver(quantity, new DeliveredBatch(entry.Day, entry.Quantity ?? quantity)),
            OrderEntryKind.Accepted => sum.Accept(entry.Quantity ?? sum.WaitingQuantity),
            OrderEntryKind.Rejected => sum with { Waiting = First(sum.Waiting, sum.WaitingQuantity - (entry.Quantity ?? sum.WaitingQuantity)) },
            _ => sum,
        });

    private DeliveredVehicles Deliver(int quantity, DeliveredBatch batch) => this with
    {
        Waiting = First([.. Waiting.Add(batch).OrderBy(b => b.Day)], quantity - AcceptedQuantity),
    };

    private DeliveredVehicles Accept(int vehicles) => new(
        Accepted.AddRange(First(Waiting, vehicles)), Last(Waiting, WaitingQuantity - vehicles));

    private static ImmutableArray<DeliveredBatch> First(ImmutableArray<DeliveredBatch> batches, int vehicles)
    {
        var taken = ImmutableArray.CreateBuilder<DeliveredBatch>();
        foreach (var batch in batches.TakeWhile(_ => vehicles > 0))
        {
            taken.Add(batch with { Vehicles = Math.Min(vehicles, batch.Vehicles) });
            vehicles -= batch.Vehicles;
        }

        return taken.ToImmutable();
    }

    private static ImmutableArray<DeliveredBatch> Last(ImmutableArray<DeliveredBatch> batches, int vehicles) =>
        [.. First([.. batches.Reverse()], vehicles).Reverse()];
}
