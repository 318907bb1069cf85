namespace Samkjop.Purchasing.Access;

/// <summary>Why something is kept from the public.</summary>
/// <param name="LegalBasis">Law and paragraph.</param>
/// <param name="Reason">The same in words.</param>
public sealed record Exemption(string LegalBasis, Text Reason)
{
    /// <summary>Longest legal basis that an officer writes, characters.</summary>
    public const int MaxBasisLength = 200;

    /// <summary>Tenders and the protocol until the supplier is chosen.</summary>
    public static Exemption UntilAward { get; } = new(
        "offentleglova § 23 tredje ledd",
        new("Tilbud og protokoll er unntatt innsyn til valget av leverandør er gjort.", "Tenders and the protocol are exempt from access until the supplier is chosen."));

    /// <summary>A supplier's business secrets, at any time.</summary>
    public static Exemption BusinessSecret { get; } = new(
        "offentleglova § 13 første ledd, jf. forvaltningsloven § 13 første ledd nr. 2",
        new("Forretningshemmeligheter er underlagt taushetsplikt.", "Business secrets are subject to a duty of confidentiality."));

    /// <summary>What is written for the authority's own use; may be given all the same (meroffentlighet).</summary>
    public static Exemption Internal { get; } = new(
        "offentleglova § 14 første ledd",
        new("Dokumentet er utarbeidet for organets egen saksforberedelse.", "The document was made for the authority's own preparation of the case."));
}
