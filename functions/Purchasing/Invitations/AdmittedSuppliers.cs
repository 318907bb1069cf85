using System.Collections.Immutable;
using NodaTime;
using Samkjop.Ports;
using Samkjop.State;
using Samkjop.Suppliers;

namespace Samkjop.Functions.Purchasing.Invitations;

/// <summary>Who is invited: every supplier admitted at the time.</summary>
internal static class AdmittedSuppliers
{
    /// <summary>Ids of the suppliers that are admitted to a purchasing system at an instant.</summary>
    public static async Task<ImmutableArray<string>> AdmittedAsync(this IDocumentStore store, string purchasingSystemId, Instant now, CancellationToken cancellationToken)
    {
        var admitted = ImmutableArray.CreateBuilder<string>();
        await foreach (var supplier in store.AllAcrossAsync<Supplier>(cancellationToken: cancellationToken))
        {
            if (supplier.Document.IsAdmittedTo(purchasingSystemId, now))
            {
                admitted.Add(supplier.Document.SupplierId);
            }
        }

        return admitted.ToImmutable();
    }
}
