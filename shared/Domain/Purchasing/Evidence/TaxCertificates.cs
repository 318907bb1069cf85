using NodaTime;
using Samkjop.Calendar;
using Samkjop.Purchasing.Awards;
using Samkjop.Rules;

namespace Samkjop.Purchasing.Evidence;

/// <summary>When a tax certificate is wanted, and how old it may be (FOA § 7-2).</summary>
public static class TaxCertificates
{
    /// <summary>Whether the round wants one of whoever wins the lot with this bid: the contract, options included, is worth more than the law's threshold.</summary>
    public static bool IsWanted(Round round, Lot lot, string bidId, Instant now) =>
        round.Settings.EvidenceBeforeAward
        && RuleTable.Norwegian.Number(LegalRules.TaxCertificateThreshold, OsloTime.DateOf(now)).NumberOrNull is { } threshold
        && ContractValues.Of(lot, bidId) > threshold;

    /// <summary>Whether a certificate of that day is too old now.</summary>
    public static bool IsTooOld(LocalDate issuedOn, Instant now)
    {
        var today = OsloTime.DateOf(now);
        return RuleTable.Norwegian.Number(LegalRules.TaxCertificateAge, today).NumberOrNull is { } months && issuedOn.PlusMonths((int)months) < today;
    }
}
