using Samkjop.Publication.Model;
using Samkjop.Suppliers;

namespace Samkjop.Publication;

/// <summary>Organisations as the standard knows them: by the register that has them (org-id.guide, list NO-BRC).</summary>
public static class Parties
{
    private const string Register = "NO-BRC";

    /// <summary>The buyer, which runs the procedure for the agencies.</summary>
    public static Organization Buyer(PublicationSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var reference = BuyerReference(settings);
        return new Organization(reference.Id, reference.Name, IdentifierOf(settings.BuyerOrganisationNumber, settings.BuyerName), ["buyer", "procuringEntity"]);
    }

    /// <summary>An agency that buys in a call-off of its own; the register of agencies has no numbers.</summary>
    public static Organization Agency(string agencyId, string name) => new($"agency-{agencyId}", name, Identifier: null, ["buyer", "procuringEntity"]);

    public static OrganizationReference BuyerReference(PublicationSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return new OrganizationReference(settings.BuyerOrganisationNumber is { } number ? $"{Register}-{number}" : "buyer", settings.BuyerName);
    }

    /// <summary>A winner, once the letters are out.</summary>
    public static Organization Winner(Supplier supplier)
    {
        ArgumentNullException.ThrowIfNull(supplier);
        var reference = Reference(supplier);
        return new Organization(reference.Id, reference.Name, IdentifierOf(supplier.OrganisationNumber, supplier.Name), ["tenderer", "supplier"]);
    }

    public static OrganizationReference Reference(Supplier supplier)
    {
        ArgumentNullException.ThrowIfNull(supplier);
        return new OrganizationReference($"{Register}-{supplier.OrganisationNumber}", supplier.Name);
    }

    private static OrganizationIdentifier? IdentifierOf(string? number, string name) => number is null ? null : new OrganizationIdentifier(Register, number, name);
}
