using Samkjop.Publication.Model;
using Samkjop.Purchasing;

namespace Samkjop.Publication;

/// <summary>What is published of a purchasing system: that it is there, and what is bought under it.</summary>
public static class SystemReleases
{
    /// <summary>The system as it is when a round opens under it.</summary>
    /// <param name="head">The release's head.</param>
    /// <param name="system">The system.</param>
    /// <param name="isFirst">Whether nothing of it has been published yet.</param>
    public static Release Of(ReleaseHead head, PurchasingSystem system, bool isFirst)
    {
        ArgumentNullException.ThrowIfNull(head);
        ArgumentNullException.ThrowIfNull(system);
        return head.Begin(isFirst ? ReleaseTags.Tender : ReleaseTags.TenderUpdate) with
        {
            Parties = [Parties.Buyer(head.Settings)],
            Buyer = Parties.BuyerReference(head.Settings),
            Tender = new Tender
            {
                Id = system.PurchasingSystemId,
                Title = system.Name.No,
                TitleEn = system.Name.En,
                Status = TenderStatus.Active,
                ProcuringEntity = Parties.BuyerReference(head.Settings),
                ProcurementMethod = RoundReleases.Method,
                ProcurementMethodDetails = RoundReleases.MethodDetails.No,
                ProcurementMethodDetailsEn = RoundReleases.MethodDetails.En,
                MainProcurementCategory = RoundReleases.Category,
                Items = [.. system.VehicleClasses.Select(vehicleClass => ItemOf(vehicleClass, system.ZeroEmissionRequired))],
                Techniques = new Techniques(HasDynamicPurchasingSystem: true, new DynamicPurchasingSystem("closed", "active")),
            },
        };
    }

    private static Item ItemOf(VehicleClass vehicleClass, bool zeroEmission)
    {
        var name = vehicleClass.PluralName();
        return new Item(
            vehicleClass.ToString(), name.No, name.En, CommonVocabulary.Of(vehicleClass), CommonVocabulary.AlsoOf(vehicleClass, zeroEmission),
            Quantity: null, Unit: null, RelatedLot: null);
    }
}
