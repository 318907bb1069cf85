using System.Collections.Immutable;
using Samkjop.Agencies;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.State;
using Samkjop.Suppliers;

namespace Samkjop.Orchestrations.Publication;

/// <summary>What a release says besides what stands on the document that decided.</summary>
internal sealed class PublicationSources(IDocumentStore store)
{
    /// <summary>How many suppliers have bids in the closing manifest.</summary>
    public async Task<int> BiddersAsync(string roundId, CancellationToken cancellationToken)
    {
        var bids = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var page in store.AllAsync<ManifestPage>(roundId, ClosingManifest.IdPrefix, cancellationToken))
        {
            bids.UnionWith(page.Document.Entries.Select(entry => entry.BidId));
        }

        return bids.Count;
    }

    /// <summary>A supplier as the register has it; null where it has none.</summary>
    public async Task<Supplier?> SupplierAsync(string supplierId, CancellationToken cancellationToken) =>
        (await store.FindAsync<Supplier>(supplierId, "supplier", cancellationToken))?.Document;

    /// <summary>The winner's price per vehicle, NOK; null where the lot's winner has no readable sheet.</summary>
    public async Task<decimal?> UnitPriceAsync(Lot lot, CancellationToken cancellationToken)
    {
        var bid = await store.FindAsync<Bid>(lot.RoundId, lot.Award!.BidId, cancellationToken);
        return bid?.Document.Sheets.FirstOrDefault(sheet => sheet.LotId == lot.LotId)?.Sheet?.UnitPrice;
    }

    /// <summary>Everyday names of the agencies that have ordered; ids where the register has none.</summary>
    public async Task<IReadOnlyDictionary<string, string>> AgencyNamesAsync(IEnumerable<Order> orders, CancellationToken cancellationToken)
    {
        var names = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var agencyId in orders.Select(order => order.AgencyId).Distinct(StringComparer.Ordinal))
        {
            names[agencyId] = await AgencyNameAsync(agencyId, cancellationToken) ?? agencyId;
        }

        return names.ToImmutable();
    }

    /// <summary>An agency's everyday name; null without an agency, or where the register has none.</summary>
    public async Task<string?> AgencyNameAsync(string? agencyId, CancellationToken cancellationToken) =>
        agencyId is null ? null : (await store.FindAsync<Agency>(agencyId, "agency", cancellationToken))?.Document.Name;
}
