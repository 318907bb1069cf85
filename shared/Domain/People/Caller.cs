using System.Collections.Immutable;

namespace Samkjop.People;

/// <summary>An authenticated caller: what its validated token says.</summary>
/// <param name="Subject">Stable id within the issuer.</param>
/// <param name="Roles">Roles granted, of <see cref="Role"/>.</param>
/// <param name="AgencyId">The agency the person acts for; null for others.</param>
/// <param name="SupplierId">The supplier the person or system acts for; null for others.</param>
public sealed record Caller(string Subject, ImmutableHashSet<string> Roles, string? AgencyId = null, string? SupplierId = null)
{
    public Actor Actor => new(Subject, Roles.Contains(Role.SupplierSystem) ? ActorKind.System : ActorKind.Person);

    public bool Has(string role) => Roles.Contains(role);

    public bool HasAny(params ReadOnlySpan<string> roles)
    {
        foreach (var role in roles)
        {
            if (Roles.Contains(role))
            {
                return true;
            }
        }

        return false;
    }
}
