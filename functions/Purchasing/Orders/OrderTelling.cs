using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Orders;
using Samkjop.State;

namespace Samkjop.Functions.Purchasing.Orders;

/// <summary>
/// Tells the parties of an order what was reported or decided, before the request is answered: whoever got no answer sends again, and nobody is told twice.
/// </summary>
internal static class OrderTelling
{
    public static Task TellEntryAsync(this IDocumentStore store, Order order, string entryId, CancellationToken cancellationToken) =>
        store.TellAllAsync(OrderNews.OfEntry(order, entryId), cancellationToken);

    public static Task TellRulingAsync(this IDocumentStore store, Order order, string rulingId, CancellationToken cancellationToken) =>
        store.TellAllAsync(OrderNews.OfRuling(order, rulingId), cancellationToken);

    private static async Task TellAllAsync(this IDocumentStore store, IEnumerable<OutboundMessage> messages, CancellationToken cancellationToken)
    {
        foreach (var message in messages)
        {
            await store.TellAsync(message, cancellationToken);
        }
    }
}
