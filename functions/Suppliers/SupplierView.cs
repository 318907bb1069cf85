using System.Collections.Immutable;
using NodaTime;
using Samkjop.Suppliers;

namespace Samkjop.Functions.Suppliers;

/// <summary>What is written of a supplier; admissions have an endpoint of their own.</summary>
/// <param name="Name">Registered name.</param>
/// <param name="OrganisationNumber">Nine digits.</param>
public sealed record SupplierBody(string Name, string OrganisationNumber);

/// <summary>When an admission begins, where it does not begin now.</summary>
/// <param name="From">In the past, for an admission that is imported; null for now.</param>
/// <param name="Reason">Why; required with <paramref name="From"/>.</param>
public sealed record AdmissionBody(Instant? From = null, string? Reason = null);

/// <summary>A supplier as it is read.</summary>
public sealed record SupplierView(string SupplierId, string Name, string OrganisationNumber, ImmutableArray<Admission> Admissions)
{
    public static SupplierView Of(Supplier supplier)
    {
        ArgumentNullException.ThrowIfNull(supplier);
        return new SupplierView(supplier.SupplierId, supplier.Name, supplier.OrganisationNumber, supplier.Admissions);
    }
}
