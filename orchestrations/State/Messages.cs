using Samkjop.Ports;
using Samkjop.Purchasing;

namespace Samkjop.State;

/// <summary>Leaving messages.</summary>
public static class Messages
{
    /// <summary>Leaves a message once: when it is there already, nothing happens.</summary>
    public static async Task TellAsync(this IDocumentStore store, OutboundMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        try
        {
            await store.CreateAsync(message, cancellationToken);
        }
        catch (DocumentExistsException)
        {
            // Told before: its id says what about.
        }
    }
}
