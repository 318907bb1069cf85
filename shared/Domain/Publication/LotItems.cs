using Samkjop.Publication.Model;
using Samkjop.Purchasing;

namespace Samkjop.Publication;

/// <summary>A lot's vehicles as one item.</summary>
internal static class LotItems
{
    public static Item Of(Lot lot)
    {
        var (content, name) = (lot.Content, lot.Content.VehicleClass.PluralName());
        var options = content.OptionQuantity > 0
            ? new Text($", {content.OptionQuantity} av dem som opsjon", $", {content.OptionQuantity} of them as an option")
            : new Text("", "");
        return new Item(
            $"{lot.LotId}-vehicles", name.No + options.No, name.En + options.En, CommonVocabulary.Of(content.VehicleClass),
            CommonVocabulary.AlsoOf(content.VehicleClass, content.Requirements.ZeroEmission), content.TotalQuantity, new Unit("stykk", "UNCEFACT", "C62"), lot.LotId);
    }
}
