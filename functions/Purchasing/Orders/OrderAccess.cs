using Samkjop.People;
using Samkjop.Purchasing;

namespace Samkjop.Functions.Purchasing.Orders;

/// <summary>Who sees an order: its supplier, its agency's people, and those who run rounds.</summary>
internal static class OrderAccess
{
    public static bool MaySee(Caller caller, Order order) => caller.SupplierId is { } supplierId
        ? order.SupplierId == supplierId
        : RoundAccess.RunsRounds(caller) || caller.AgencyId == order.AgencyId;

    public static bool IsOfAgency(Caller caller, Order order) =>
        caller.SupplierId is null && caller.AgencyId == order.AgencyId && caller.HasAny(Role.NeedReporter, Role.BudgetHolder);
}
