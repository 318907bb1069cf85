using Samkjop.Documents;

namespace Samkjop.Purchasing.Fleet;

/// <summary>Shares, ages and their changes as people read them; "–" where there is nothing to divide by.</summary>
internal static class FleetText
{
    private const string Nothing = "–";

    /// <summary>"29,2 %".</summary>
    public static string Share(FleetCount fleet) => fleet.FossilShare is { } share ? $"{One(share * 100)}\u00a0%" : Nothing;

    /// <summary>"5,3 år".</summary>
    public static string Age(FleetCount fleet) => fleet.AverageAgeYears is { } age ? $"{One(age)}\u00a0år" : Nothing;

    /// <summary>"5,3".</summary>
    public static string AgeNumber(FleetCount fleet) => fleet.AverageAgeYears is { } age ? One(age) : Nothing;

    /// <summary>"−12,5 pp": percentage points.</summary>
    public static string ShareChange(FleetCount before, FleetCount after) =>
        before.FossilShare is { } from && after.FossilShare is { } to ? $"{Signed((to - from) * 100)}\u00a0pp" : Nothing;

    /// <summary>"−1,4 år".</summary>
    public static string AgeChange(FleetCount before, FleetCount after) =>
        before.AverageAgeYears is { } from && after.AverageAgeYears is { } to ? $"{Signed(to - from)}\u00a0år" : Nothing;

    private static string Signed(decimal change) => Rounded(change) switch
    {
        > 0 and var up => $"+{One(up)}",
        0 => "±0",
        var down => One(down),
    };

    private static string One(decimal number) => NorwegianNumber.OneDecimal(Rounded(number));

    private static decimal Rounded(decimal number) => Math.Round(number, 1, MidpointRounding.AwayFromZero);
}
