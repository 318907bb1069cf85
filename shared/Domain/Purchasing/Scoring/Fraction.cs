using System.Numerics;
using System.Runtime.InteropServices;

namespace Samkjop.Purchasing.Scoring;

/// <summary>
/// An exact number, so that totals that are equal on paper are equal here: 10/3 has no last decimal, and a tie must be decided by the stated rule,
/// not by the 28th digit of a division.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Fraction
{
    private const int Decimals = 20;
    private static readonly BigInteger LargestDecimal = new(decimal.MaxValue);

    private readonly BigInteger _numerator;
    private readonly BigInteger _denominator;

    private Fraction(BigInteger numerator, BigInteger denominator)
    {
        var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator) * denominator.Sign;
        (_numerator, _denominator) = (numerator / divisor, denominator / divisor);
    }

    public static Fraction Zero { get; } = new(0, 1);

    public static Fraction Of(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var scale = (bits[3] >> 16) & 0xFF;
        var unscaled = new decimal(bits[0], bits[1], bits[2], bits[3] < 0, scale: 0);
        return new(new(unscaled), BigInteger.Pow(10, scale));
    }

    public static Fraction operator +(Fraction one, Fraction other) =>
        new((one._numerator * other._denominator) + (other._numerator * one._denominator), one._denominator * other._denominator);

    public static Fraction operator -(Fraction one, Fraction other) =>
        new((one._numerator * other._denominator) - (other._numerator * one._denominator), one._denominator * other._denominator);

    public static Fraction operator *(Fraction one, Fraction other) => new(one._numerator * other._numerator, one._denominator * other._denominator);

    public static Fraction operator /(Fraction one, Fraction other) => new(one._numerator * other._denominator, one._denominator * other._numerator);

    public static int Compare(Fraction one, Fraction other) => (one._numerator * other._denominator).CompareTo(other._numerator * one._denominator);

    /// <summary>The number with 20 decimals, halves away from zero; with fewer where it is too large for that.</summary>
    /// <exception cref="OverflowException">The number is larger than a decimal holds.</exception>
    public decimal ToDecimal()
    {
        for (var scale = Decimals; ; scale--)
        {
            var doubled = BigInteger.Abs(_numerator) * 2 * BigInteger.Pow(10, scale);
            var rounded = (doubled + _denominator) / (_denominator * 2);
            if (rounded <= LargestDecimal || scale == 0)
                return Unscaled((decimal)rounded, _numerator.Sign < 0, scale);
        }
    }

    private static decimal Unscaled(decimal digits, bool isNegative, int scale)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(digits, bits);
        var value = new decimal(bits[0], bits[1], bits[2], isNegative, (byte)scale);

        // Divided by one, a decimal loses its trailing zeros: 9, not 9.00000000000000000000.
        return value / 1.0000000000000000000000000000m;
    }
}
