using NodaTime;
using Samkjop.Decisions;

namespace Samkjop.Suppliers;

/// <summary>Admits suppliers to purchasing systems and ends admissions. A DPS is open to new suppliers throughout its life.</summary>
public static class Admissions
{
    public const int MaxReasonLength = 500;

    /// <summary>Admits a supplier from now, or from an instant in the past where an admission that was decided elsewhere is imported.</summary>
    /// <param name="supplier">The supplier.</param>
    /// <param name="purchasingSystemId">The DPS.</param>
    /// <param name="from">Null for now; never in the future.</param>
    /// <param name="reason">Why it began before it is entered; required with <paramref name="from"/>.</param>
    /// <param name="now">Now.</param>
    /// <returns>The supplier as admitted, the same object when it was admitted already; or why not.</returns>
    public static Decision<Supplier> Admit(Supplier supplier, string purchasingSystemId, Instant? from, string? reason, Instant now)
    {
        ArgumentNullException.ThrowIfNull(supplier);
        var earlier = supplier.Admissions.Where(a => a.PurchasingSystemId == purchasingSystemId).ToList();
        if (earlier.Exists(a => a.IsCurrent))
        {
            return Decision.Unchanged(supplier);
        }

        var findings = new Findings();
        if (from is { } past)
        {
            findings.Require(
                past <= now,
                "from",
                "Opptak kan ikke begynne i fremtiden. Utelat datoen for å ta opp leverandøren nå.",
                "An admission cannot begin in the future. Leave the date out to admit the supplier now.");
            findings.Require(
                !string.IsNullOrWhiteSpace(reason) && reason.Length <= MaxReasonLength,
                "reason",
                $"Et opptak som begynte tidligere, skal ha en begrunnelse på 1–{MaxReasonLength} tegn.",
                $"An admission that began earlier needs a reason of 1–{MaxReasonLength} characters.");
            findings.Require(
                earlier.TrueForAll(a => a.Until <= past),
                "from",
                "Leverandøren var allerede tatt opp på det tidspunktet. Velg et senere.",
                "The supplier was admitted already at that time. Choose a later one.");
        }

        if (findings.ToRefusal("invalid-admission") is { } refusal)
        {
            return refusal;
        }

        var admission = new Admission(purchasingSystemId, from ?? now, Reason: from is null ? null : reason);
        return Decision.Accept(supplier with { Admissions = supplier.Admissions.Add(admission) });
    }

    /// <summary>Ends the current admission now; what was decided while it held stands.</summary>
    /// <param name="supplier">The supplier.</param>
    /// <param name="purchasingSystemId">The DPS.</param>
    /// <param name="now">Now.</param>
    /// <param name="ending">What ends it; null where nobody says.</param>
    /// <param name="reason">Why; required with <paramref name="ending"/>.</param>
    /// <returns>The supplier as it is then, the same object when its admission has ended already; or that it never had one.</returns>
    public static Decision<Supplier> End(Supplier supplier, string purchasingSystemId, Instant now, AdmissionEnding? ending = null, string? reason = null)
    {
        ArgumentNullException.ThrowIfNull(supplier);
        var findings = new Findings();
        findings.Require(
            ending is null || (!string.IsNullOrWhiteSpace(reason) && reason.Length <= MaxReasonLength), "reason",
            $"Skriv hvorfor opptaket slutter, med 1–{MaxReasonLength} tegn.", $"Write why the admission ends, in 1–{MaxReasonLength} characters.");
        if (findings.ToRefusal("invalid-admission") is { } invalid)
        {
            return invalid;
        }

        if (!supplier.Admissions.Any(a => a.PurchasingSystemId == purchasingSystemId))
        {
            return Refusal.NotFound(
                "not-admitted",
                $"{supplier.Name} har aldri vært tatt opp i {purchasingSystemId}. Ingenting er endret; kontroller adressen.",
                $"{supplier.Name} was never admitted to {purchasingSystemId}. Nothing was changed; check the address.");
        }

        return supplier.Admissions.FirstOrDefault(a => a.PurchasingSystemId == purchasingSystemId && a.IsCurrent) is { } current
            ? Decision.Accept(supplier with { Admissions = supplier.Admissions.Replace(current, current with { Until = now, Ending = ending, EndReason = reason }) })
            : Decision.Unchanged(supplier);
    }
}
