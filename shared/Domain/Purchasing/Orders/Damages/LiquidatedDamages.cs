using System.Collections.Immutable;
using NodaTime;
using Samkjop.Calendar;
using Samkjop.Documents;

namespace Samkjop.Purchasing.Orders;

/// <summary>
/// Calculates liquidated damages (dagbot) from what is recorded about an order: each vehicle from the day after the last day of delivery until the day of
/// the delivery that was accepted, at the contract's rate of its own price, up to the cap. A day that has begun counts whole. Exact decimals; each
/// vehicle's amount is rounded to whole øre, halves away from zero, so that the sum is the same however vehicles are grouped.
/// </summary>
public static class LiquidatedDamages
{
    /// <summary>The calculation as it stands at a moment.</summary>
    public static DamagesStatement Of(Order order, Instant now) => Of(order, OsloTime.DateOf(now));

    /// <summary>The calculation as it stands on a local day.</summary>
    public static DamagesStatement Of(Order order, LocalDate asOf)
    {
        ArgumentNullException.ThrowIfNull(order);
        var vehicles = DeliveredVehicles.Of(order.Quantity, order.Entries);
        var end = order.Rulings.LastOrDefault(ruling => ruling.Kind is OrderRulingKind.Cancelled or OrderRulingKind.Terminated);
        var left = end is null
            ? (Fate: VehicleFate.Missing, Day: asOf, Vehicles: order.Quantity - vehicles.AcceptedQuantity - vehicles.WaitingQuantity)
            : (Fate: VehicleFate.Released, Day: OsloTime.DateOf(end.At), Vehicles: order.Quantity - vehicles.AcceptedQuantity - vehicles.WaitingQuantity);
        (VehicleFate Fate, LocalDate Day, int Vehicles)[] groups =
        [
            .. vehicles.Accepted.Select(batch => (VehicleFate.Accepted, batch.Day, batch.Vehicles)),
            .. vehicles.Waiting.Select(batch => (VehicleFate.Delivered, batch.Day, batch.Vehicles)),
            left,
        ];
        return new DamagesStatement(
            order.Terms.Damages, order.UnitPrice, order.DamagesFrom, asOf, CapDayOf(order),
            [
                .. groups.Where(group => group.Vehicles > 0)
                    .GroupBy(group => (group.Fate, group.Day))
                    .OrderBy(group => group.Key.Fate).ThenBy(group => group.Key.Day)
                    .Select(group => LineOf(order, group.Key.Fate, group.Key.Day, group.Sum(g => g.Vehicles))),
            ]);
    }

    /// <summary>The first local day on which a missing vehicle has reached the cap; null where the contract has no damages.</summary>
    public static LocalDate? CapDayOf(Order order)
    {
        ArgumentNullException.ThrowIfNull(order);
        var terms = order.Terms;
        return terms.Damages.DaysToCap is not { } days ? null
            : terms.Damages.Days is DamagesDays.Calendar ? order.DamagesFrom.PlusDays(days)
            : terms.Calendar.AddWorkingDays(order.DamagesFrom, days);
    }

    /// <summary>NOK claimed by the contract manager's last word, 0 when waived; null while undecided.</summary>
    public static decimal? ClaimedDamages(this Order order)
    {
        ArgumentNullException.ThrowIfNull(order);
        return order.Rulings.LastOrDefault(ruling => ruling.Kind is OrderRulingKind.DamagesClaimed or OrderRulingKind.DamagesWaived)?.Amount;
    }

    private static DamagesLine LineOf(Order order, VehicleFate fate, LocalDate until, int vehicles)
    {
        var terms = order.Terms.Damages;
        var days = DaysOf(order, until);
        var (full, cap) = (order.UnitPrice * terms.PerMillePerDay * days / 1000, order.UnitPrice * terms.CapPercent / 100);
        var isCapped = days > 0 && full >= cap;
        var perVehicle = decimal.Round(decimal.Min(full, cap), 2, MidpointRounding.AwayFromZero);
        return new DamagesLine(fate, vehicles, until, days, isCapped, perVehicle, Explain(order, fate, until, vehicles, days, isCapped, perVehicle));
    }

    private static int DaysOf(Order order, LocalDate until) => until <= order.DamagesFrom ? 0
        : order.Terms.Damages.Days is DamagesDays.Calendar ? Period.DaysBetween(order.DamagesFrom, until)
        : order.Terms.Calendar.WorkingDaysIn(order.DamagesFrom.PlusDays(1), until);

    private static Text Explain(Order order, VehicleFate fate, LocalDate until, int vehicles, int days, bool isCapped, decimal perVehicle)
    {
        var terms = order.Terms.Damages;
        var (what, day, from) = (NameOf(fate), OsloFormat.Day(until), OsloFormat.Day(order.DamagesFrom));
        if (days == 0)
        {
            return new(
                $"{vehicles} kjøretøy {what.No} {day.No}, innen fristen {from.No}: ingen dagbot.",
                $"{vehicles} vehicle(s) {what.En} {day.En}, by the last day {from.En}: no damages.");
        }

        var working = terms.Days is DamagesDays.Working;
        var (price, rate, sum) = (NorwegianNumber.Kroner(order.UnitPrice), NorwegianNumber.UpToTwo(terms.PerMillePerDay), NorwegianNumber.Kroner(perVehicle));
        var (capNo, capEn) = isCapped
            ? ($", begrenset til {NorwegianNumber.Percent(terms.CapPercent)}", $", capped at {NorwegianNumber.Percent(terms.CapPercent)}")
            : ("", "");
        return new(
            $"{vehicles} kjøretøy {what.No} {day.No}: {days} {(working ? "virkedager" : "dager")} etter {from.No} × {rate} ‰ × {price}{capNo} = {sum} per kjøretøy, {NorwegianNumber.Kroner(vehicles * perVehicle)} i alt.",
            $"{vehicles} vehicle(s) {what.En} {day.En}: {days} {(working ? "working days" : "days")} after {from.En} × {rate} ‰ × {price}{capEn} = {sum} per vehicle, {NorwegianNumber.Kroner(vehicles * perVehicle)} in all.");
    }

    private static Text NameOf(VehicleFate fate) => fate switch
    {
        VehicleFate.Accepted => new("levert (godtatt)", "delivered (accepted)"),
        VehicleFate.Delivered => new("levert (svar ventes)", "delivered (answer awaited)"),
        VehicleFate.Missing => new("mangler", "missing on"),
        VehicleFate.Released => new("frigitt", "released on"),
        _ => throw new ArgumentOutOfRangeException(nameof(fate), fate, "Not a fate."),
    };
}
