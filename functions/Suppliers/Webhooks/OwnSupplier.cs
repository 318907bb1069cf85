using Samkjop.Decisions;
using Samkjop.Functions.Http;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Suppliers;

namespace Samkjop.Functions.Suppliers.Webhooks;

/// <summary>A supplier's user acts for its own supplier; staff for any. To others there is no such supplier.</summary>
internal static class OwnSupplier
{
    public static async Task<Stored<Supplier>> OwnSupplierAsync(this IDocumentStore store, Caller caller, string supplierId, CancellationToken cancellationToken) =>
        caller.SupplierId is { } own && own != supplierId
            ? throw new ProblemException(Refusals.NotFound(Supplier.Kind, supplierId))
            : (await store.FindAsync<Supplier>(supplierId, "supplier", cancellationToken)).OrNotFound(supplierId);
}
