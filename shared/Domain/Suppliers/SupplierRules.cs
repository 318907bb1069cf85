using Samkjop.Decisions;

namespace Samkjop.Suppliers;

/// <summary>What a supplier's entry must satisfy.</summary>
public static class SupplierRules
{
    public const int MaxNameLength = 200;

    /// <summary>Why the entry is refused; null when it is fine.</summary>
    public static Refusal? Check(Supplier supplier)
    {
        ArgumentNullException.ThrowIfNull(supplier);
        var findings = new Findings();
        findings.Add("supplierId", Slug.Problem(supplier.SupplierId));
        findings.Require(
            !string.IsNullOrWhiteSpace(supplier.Name) && supplier.Name.Length <= MaxNameLength,
            "name",
            $"Navnet skal ha 1–{MaxNameLength} tegn.",
            $"The name must have 1–{MaxNameLength} characters.");
        findings.Require(
            OrganisationNumber.IsValid(supplier.OrganisationNumber),
            "organisationNumber",
            $"«{supplier.OrganisationNumber}» er ikke et organisasjonsnummer: det har ni sifre uten mellomrom, og det siste er et kontrollsiffer. Slå det opp i Enhetsregisteret.",
            $"\"{supplier.OrganisationNumber}\" is no organisation number: it has nine digits without spaces, and the last is a check digit. Look it up in the Register of Legal Entities.");
        return findings.ToRefusal("invalid-supplier");
    }
}
