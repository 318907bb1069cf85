using System.Text.RegularExpressions;

namespace Samkjop.Purchasing;

/// <summary>
/// Finds makes and models in what an agency writes. Requirements are functional: naming a make favours it (FOA § 15-1). The list holds what the
/// market offers; it is a help for the writer, not a proof.
/// </summary>
public static partial class MakesAndModels
{
    /// <summary>The first make or model that the text names, as written; null when it names none.</summary>
    public static string? FirstIn(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        var (any, capitals) = (Unmistakable().Match(text), OnlyInCapitals().Match(text));
        return (any.Success, capitals.Success) switch
        {
            (true, true) => any.Index <= capitals.Index ? any.Value : capitals.Value,
            (true, false) => any.Value,
            (false, true) => capitals.Value,
            _ => null,
        };
    }

    [GeneratedRegex(
        """
        (?<![\p{L}\p{N}])(
        aiways|audi|bmw|byd|chevrolet|citro[eë]n|cupra|dacia|daf|dongfeng|fiat|ford|fuso|honda|hongqi|hyundai|isuzu|iveco|jaguar|jeep|kia|lexus|maxus|mazda
        |mercedes([ -]benz)?|mitsubishi|nissan|opel|peugeot|polestar|porsche|renault|scania|[sš]koda|ssangyong|subaru|suzuki|tesla|toyota|volkswagen|volvo|vw|xpeng
        |e-?berlingo|e-?crafter|e-?deliver(\ ?[0-9]+)?|e-?ducato|e-?expert|e-?golf|e-?jumpy|e-?niro|e-?nv\ ?200|e-?partner|e-?proace|e-?soul|e-?sprinter|e-?tge|e-?transit
        |e-?tron|e-?up|e-?vito|e-?vivaro|enyaq|eqa|eqb|eqc|eqv|ev80|i-?miev|i-?pace|id\.?\ ?(3|4|buzz)|ioniq(\ ?5)?|kangoo|kona|leaf|model\ (3|s|x|y)|mokka|mustang|niro
        |outlander|prius|taycan|twizy|zoe|xc\ ?40|zs\ ev
        )(?![\p{L}\p{N}])
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Unmistakable();

    /// <summary>Makes that are words too: "man" is a pronoun in Norwegian, "mg" a unit.</summary>
    [GeneratedRegex(@"(?<![\p{L}\p{N}])(DS|MAN|MG|MINI|SEAT|NIO)(?![\p{L}\p{N}])", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OnlyInCapitals();
}
