using System.Collections.Immutable;
using NodaTime;
using Samkjop.Calendar;
using Samkjop.Publication.Model;
using Samkjop.Purchasing;

namespace Samkjop.Publication;

/// <summary>What becomes public of deliveries: how many vehicles to which agency by when, and that they have come. A milestone of the contract per order.</summary>
public static class OrderReleases
{
    /// <summary>Orders are out, or options are ordered later: when each agency gets its vehicles by the contract.</summary>
    /// <param name="head">The release's head.</param>
    /// <param name="lot">The lot.</param>
    /// <param name="orders">Its orders.</param>
    /// <param name="agencyNames">Everyday names by id.</param>
    public static Release Placed(ReleaseHead head, Lot lot, IEnumerable<Order> orders, IReadOnlyDictionary<string, string> agencyNames)
    {
        ArgumentNullException.ThrowIfNull(head);
        return Milestones(head, ReleaseTags.Implementation, LotReleases.ContractOf(lot) with { Status = "active" }, [.. orders.Select(order => ScheduledOf(order, agencyNames))]);
    }

    /// <summary>Vehicles came; the agency has not accepted all of them yet.</summary>
    public static Release Delivered(ReleaseHead head, Lot lot, Order order) =>
        Update(head, lot, order, new Milestone(order.OrderId, DateModified: head.Date, Status: "partiallyMet"));

    /// <summary>The agency has accepted every vehicle.</summary>
    public static Release Accepted(ReleaseHead head, Lot lot, Order order) =>
        Update(head, lot, order, new Milestone(order.OrderId, DateMet: head.Date, DateModified: head.Date, Status: "met"));

    /// <summary>The order was cancelled or terminated: nothing more comes.</summary>
    public static Release Ended(ReleaseHead head, Lot lot, Order order) =>
        Update(head, lot, order, new Milestone(order.OrderId, DateModified: head.Date, Status: order.AcceptedQuantity > 0 ? "partiallyMet" : "notMet"));

    private static Release Update(ReleaseHead head, Lot lot, Order order, Milestone milestone)
    {
        ArgumentNullException.ThrowIfNull(head);
        ArgumentNullException.ThrowIfNull(order);
        return Milestones(head, ReleaseTags.ImplementationUpdate, LotReleases.ContractOf(lot), [milestone]);
    }

    private static Release Milestones(ReleaseHead head, string tag, Contract contract, ImmutableArray<Milestone> milestones) =>
        head.Begin(tag) with { Contracts = [contract with { Implementation = new Implementation(milestones) }] };

    private static Milestone ScheduledOf(Order order, IReadOnlyDictionary<string, string> agencyNames)
    {
        var agency = agencyNames.GetValueOrDefault(order.AgencyId, order.AgencyId);
        return new Milestone(
            order.OrderId, $"Levering til {agency}", $"Delivery to {agency}", "delivery", $"{order.Quantity} kjøretøy", $"{order.Quantity} vehicles",
            DueDate: OsloTime.EndOfDay(order.DeliverBy), Status: "scheduled");
    }
}
