using System.Text;
using Samkjop.Agencies;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Awards;
using Samkjop.State;
using Samkjop.Suppliers;
using Samkjop.Suppliers.Inbox;

namespace Samkjop.Tests.Host.BadInput;

/// <summary>Everything that a request can change, as ids and ETags: equal before and after means that nothing was written.</summary>
internal static class Documents
{
    public static async Task<string> SnapshotAsync(this TestApp app)
    {
        await app.SettleAsync();
        var all = new StringBuilder();
        await AddAsync<Agency>(app.Store, all);
        await AddAsync<AwardLetter>(app.Store, all);
        await AddAsync<Bid>(app.Store, all);
        await AddAsync<Evaluation>(app.Store, all);
        await AddAsync<Lot>(app.Store, all);
        await AddAsync<Need>(app.Store, all);
        await AddAsync<Order>(app.Store, all);
        await AddAsync<OutboundMessage>(app.Store, all);
        await AddAsync<PlannedRound>(app.Store, all);
        await AddAsync<PurchasingSystem>(app.Store, all);
        await AddAsync<ReceivedWebhook>(app.Store, all);
        await AddAsync<Round>(app.Store, all);
        await AddAsync<Supplier>(app.Store, all);
        return all.ToString();
    }

    private static async Task AddAsync<T>(IDocumentStore store, StringBuilder all)
        where T : class, IDocument
    {
        await foreach (var stored in store.AllAcrossAsync<T>())
        {
            all.AppendLine(System.Globalization.CultureInfo.InvariantCulture, $"{T.Kind} {stored.Document.PartitionKey} {stored.Document.Id} {stored.ETag}");
        }
    }
}
