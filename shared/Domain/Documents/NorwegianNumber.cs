using System.Globalization;

namespace Samkjop.Documents;

/// <summary>Numbers as Norwegians read them, whatever the machine's culture: a no-break space between thousands, a comma before decimals, a real minus sign.</summary>
public static class NorwegianNumber
{
    private static readonly NumberFormatInfo Format = new()
    {
        NumberGroupSeparator = "\u00a0",
        NumberDecimalSeparator = ",",
        NegativeSign = "−",
        NumberGroupSizes = [3],
    };

    /// <summary>"420 000,00 kr".</summary>
    public static string Kroner(decimal amount) => $"{amount.ToString("N2", Format)}\u00a0kr";

    /// <summary>"9,0909": four decimals, halves away from zero. Ranking uses the exact number.</summary>
    public static string Points(decimal points) => Math.Round(points, 4, MidpointRounding.AwayFromZero).ToString("N4", Format);

    /// <summary>"6" or "7,25": two decimals at most, and only where there are any.</summary>
    public static string UpToTwo(decimal number) => number.ToString("#,##0.##", Format);

    /// <summary>"40 %", with decimals only where there are any.</summary>
    public static string Percent(decimal percent) => $"{percent.ToString("#,##0.####", Format)}\u00a0%";

    /// <summary>"5,3": one decimal always.</summary>
    public static string OneDecimal(decimal number) => number.ToString("N1", Format);

    /// <summary>"1 349".</summary>
    public static string Whole(long number) => number.ToString("N0", Format);
}
