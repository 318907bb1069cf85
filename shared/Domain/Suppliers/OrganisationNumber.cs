namespace Samkjop.Suppliers;

/// <summary>
/// Norwegian organisation numbers: nine digits, the last a check digit by modulus 11 with the weights 3 2 7 6 5 4 3 2
/// (Brønnøysund Register Centre, "Organisasjonsnummeret").
/// </summary>
public static class OrganisationNumber
{
    private static readonly int[] Weights = [3, 2, 7, 6, 5, 4, 3, 2];

    /// <summary>Whether the text is nine digits with a right check digit; spaces are not accepted.</summary>
    public static bool IsValid(string number)
    {
        ArgumentNullException.ThrowIfNull(number);
        return number.Length == 9 && number.All(char.IsAsciiDigit) && CheckDigit(number) == number[8] - '0';
    }

    /// <summary>The check digit of the first eight digits; 10 where no number exists.</summary>
    public static int CheckDigit(string number)
    {
        ArgumentNullException.ThrowIfNull(number);
        var rest = Weights.Select((weight, i) => weight * (number[i] - '0')).Sum() % 11;
        return rest == 0 ? 0 : 11 - rest;
    }
}
