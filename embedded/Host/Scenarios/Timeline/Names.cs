using Samkjop.People;
using Samkjop.Purchasing;

namespace Samkjop.Host.Scenarios;

/// <summary>What ids are called in the timeline.</summary>
internal sealed class Names(Scenario scenario)
{
    /// <summary>"Ingrid Moen, UKE", "Selma Vik, Fjordbil AS".</summary>
    public string Person(ScenarioPerson person) =>
        person.Agency is { } agency ? $"{person.Name}, {ShortAgency(agency)}"
        : person.Supplier is { } supplier ? $"{person.Name}, {Supplier(supplier)}"
        : person.Name;

    /// <summary>The person behind an id, or the platform.</summary>
    public string Actor(Actor actor) => actor.Kind is ActorKind.Platform
        ? "Samkjop"
        : scenario.People.TryGetValue(actor.Id, out var person) ? Person(person)
        : scenario.Suppliers.TryGetValue(actor.Id, out var supplier) ? $"{supplier.Name}'s system"
        : actor.Id;

    public string Agency(string id) => scenario.Agencies.GetValueOrDefault(id, id);

    public string Supplier(string id) => scenario.Suppliers.TryGetValue(id, out var supplier) ? supplier.Name : id;

    /// <summary>The supplier behind a bid's id.</summary>
    public string Bidder(string bidId) => scenario.Suppliers.Values.FirstOrDefault(s => Bid.IdOf(s.Id) == bidId)?.Name ?? bidId;

    public static string Lot(string lotId) => lotId.StartsWith("lot-", StringComparison.Ordinal) ? $"lot {lotId[4..]}" : lotId;

    /// <summary>"Bymiljøetaten's order in lot 2" of <c>order-lot-2-bym</c>.</summary>
    public string Order(string orderId) => OrderParts(orderId) is { Lot.Length: > 0 } parts ? $"{parts.Agency}'s order in {parts.Lot}" : orderId;

    /// <summary>"lot 2" and "Bymiljøetaten" of <c>order-lot-2-bym</c>, or of an option's order, which names its need too; no lot for what is no such id.</summary>
    public (string Lot, string Agency) OrderParts(string order)
    {
        var orderId = order.Split("-need-")[0];
        var agency = scenario.Agencies.Keys.Where(id => orderId.EndsWith($"-{id}", StringComparison.Ordinal)).MaxBy(id => id.Length);
        return agency is null ? ("", order) : (Lot(orderId["order-".Length..^(agency.Length + 1)]), Agency(agency));
    }

    /// <summary>"6 small cars".</summary>
    public static string Vehicles(VehicleClass vehicleClass, long quantity) =>
        $"{quantity} {(quantity == 1 ? vehicleClass.Name().En : vehicleClass.PluralName().En)}";

    private static string ShortAgency(string id) => id.Length <= 3 ? id.ToUpperInvariant() : id;
}
