using System.Collections.Immutable;
using Samkjop.Ports;

namespace Samkjop.Purchasing;

/// <summary>A dynamic purchasing system (dynamisk innkjøpsordning) that rounds run under.</summary>
/// <param name="PurchasingSystemId">Short id in lower case, such as <c>dps-3500</c>.</param>
/// <param name="Name">Name in both languages.</param>
/// <param name="VehicleClasses">The classes that may be bought under it.</param>
/// <param name="ZeroEmissionRequired">Whether offered vehicles must be battery-electric or hydrogen.</param>
public sealed record PurchasingSystem(string PurchasingSystemId, Text Name, ImmutableArray<VehicleClass> VehicleClasses, bool ZeroEmissionRequired) : IDocument
{
    public static string Container => Containers.PurchasingSystems;

    public static string Kind => "purchasingSystem";

    public static int SchemaVersion => 1;

    public string Id => "purchasing-system";

    public string PartitionKey => PurchasingSystemId;

    public string? Mark => null;
}
