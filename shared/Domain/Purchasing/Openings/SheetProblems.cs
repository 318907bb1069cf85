namespace Samkjop.Purchasing;

/// <summary>What no sheet may say, whatever the lot asks for.</summary>
public static class SheetProblems
{
    /// <summary>The highest price of one vehicle, NOK.</summary>
    public const decimal HighestUnitPrice = 100_000_000m;

    private const int MaxText = 200;

    /// <summary>Every problem of the sheet, as sentences; none when it can be evaluated.</summary>
    public static IEnumerable<Text> Of(PriceSheet sheet, string lotId)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        if (sheet.LotId != lotId)
        {
            yield return new(
                $"Skjemaet er lastet opp for {lotId}, men gjelder {sheet.LotId}.", $"The sheet was uploaded for {lotId} but is for {sheet.LotId}.");
        }

        if (sheet.UnitPrice is <= 0 or > HighestUnitPrice || decimal.Round(sheet.UnitPrice, 2) != sheet.UnitPrice)
        {
            yield return new(
                $"Enhetsprisen er {sheet.UnitPrice} kroner; den skal være over 0, høyst {HighestUnitPrice} og i hele øre.",
                $"The unit price is NOK {sheet.UnitPrice}; it must be above 0, at most {HighestUnitPrice} and in whole øre.");
        }

        if (sheet.Specification.DeliveryWeeks is { } weeks && weeks != sheet.DeliveryWeeks)
        {
            yield return new(
                $"Skjemaet sier to leveringstider: {sheet.DeliveryWeeks} og {weeks} uker.", $"The sheet states two delivery times: {sheet.DeliveryWeeks} and {weeks} weeks.");
        }

        foreach (var text in TextsOf(sheet).Concat(NumbersOf(sheet)))
        {
            yield return text;
        }
    }

    private static IEnumerable<Text> TextsOf(PriceSheet sheet) =>
        new (string Member, string Value)[]
        {
            ("model", sheet.Model),
            ("specification.make", sheet.Specification.Make),
            ("specification.model", sheet.Specification.Model),
        }
        .Where(text => string.IsNullOrWhiteSpace(text.Value) || text.Value.Length > MaxText)
        .Select(text => new Text(
            $"{text.Member} har {text.Value.Length} tegn; det skal være 1–{MaxText}.", $"{text.Member} has {text.Value.Length} characters; it must have 1–{MaxText}."));

    private static IEnumerable<Text> NumbersOf(PriceSheet sheet)
    {
        var offered = sheet.Specification;
        return new (string Member, decimal? Value, int Lowest, int Highest)[]
        {
            ("deliveryWeeks", sheet.DeliveryWeeks, 1, 104),
            ("specification.rangeKm", offered.RangeKm, 0, 3000),
            ("specification.seats", offered.Seats, 1, 200),
            ("specification.payloadKg", offered.PayloadKg, 0, 60_000),
            ("specification.cargoVolumeLitres", offered.CargoVolumeLitres, 0, 200_000),
            ("specification.towingKg", offered.TowingKg, 0, 60_000),
            ("specification.batteryKwh", offered.BatteryKwh, 0, 2000),
        }
        .Where(number => number.Value < number.Lowest || number.Value > number.Highest)
        .Select(number => new Text(
            $"{number.Member} er {number.Value}; det skal være fra {number.Lowest} til {number.Highest}.",
            $"{number.Member} is {number.Value}; it must be from {number.Lowest} to {number.Highest}."));
    }
}
