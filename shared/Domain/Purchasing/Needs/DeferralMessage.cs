using NodaTime;

namespace Samkjop.Purchasing;

/// <summary>What an agency is told when a need of its was left for the next round.</summary>
public static class DeferralMessage
{
    /// <summary>The message about one deferred need.</summary>
    /// <exception cref="InvalidOperationException">The need is not deferred.</exception>
    public static OutboundMessage About(Need need, Instant now)
    {
        ArgumentNullException.ThrowIfNull(need);
        var deferral = need.Deferral ?? throw new InvalidOperationException($"The need '{need.NeedId}' is not deferred.");
        var content = need.Content;
        return new OutboundMessage(
            need.RoundId,
            $"deferred-{need.NeedId}",
            MessageRecipient.Agency(need.AgencyId),
            new Text(
                $"Ikke med i runde {need.RoundId}: {content.Quantity} {content.VehicleClass.PluralName().No}",
                $"Not in round {need.RoundId}: {content.Quantity} {content.VehicleClass.PluralName().En}"),
            deferral.Reason,
            $"/api/rounds/{need.RoundId}/needs/{need.NeedId}",
            now);
    }
}
