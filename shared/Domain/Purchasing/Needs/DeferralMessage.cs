using NodaTime;

namespace Samkjop.Purchasing;

/// <summary>What an agency is told when a need of its was left for the next round.</summary>
public static class DeferralMessage
{
    /// <summary>The message about one deferred need.</summary>
    /// <param name="need">The need.</param>
    /// <param name="now">When it is told.</param>
    /// <param name="adjustment">The adjustment of lots that left it out; null when it was left at the lock.</param>
    /// <exception cref="InvalidOperationException">The need is not deferred.</exception>
    public static OutboundMessage About(Need need, Instant now, int? adjustment = null)
    {
        ArgumentNullException.ThrowIfNull(need);
        var deferral = need.Deferral ?? throw new InvalidOperationException($"The need '{need.NeedId}' is not deferred.");
        var content = need.Content;
        return new OutboundMessage(
            need.RoundId,
            adjustment is null ? $"deferred-{need.NeedId}" : $"deferred-{need.NeedId}-{adjustment}",
            MessageRecipient.Agency(need.AgencyId),
            new Text(
                $"Ikke med i runde {need.RoundId}: {content.Quantity} {content.VehicleClass.PluralName().No}",
                $"Not in round {need.RoundId}: {content.Quantity} {content.VehicleClass.PluralName().En}"),
            deferral.Reason,
            $"/api/rounds/{need.RoundId}/needs/{need.NeedId}",
            now);
    }

    /// <summary>The message about one that was left out and is included again.</summary>
    /// <param name="need">The need.</param>
    /// <param name="now">When it is told.</param>
    /// <param name="adjustment">The adjustment that took it back.</param>
    public static OutboundMessage AboutReturn(Need need, Instant now, int adjustment)
    {
        ArgumentNullException.ThrowIfNull(need);
        var content = need.Content;
        return new OutboundMessage(
            need.RoundId,
            $"included-{need.NeedId}-{adjustment}",
            MessageRecipient.Agency(need.AgencyId),
            new Text(
                $"Med i runde {need.RoundId} likevel: {content.Quantity} {content.VehicleClass.PluralName().No}",
                $"In round {need.RoundId} after all: {content.Quantity} {content.VehicleClass.PluralName().En}"),
            new Text(
                "Innkjøperen har tatt behovet med igjen. Har dere meldt det i en annen runde i mellomtiden, trekk det der.",
                "The procurement officer has taken the need back in. If you have reported it to another round meanwhile, withdraw it there."),
            $"/api/rounds/{need.RoundId}/needs/{need.NeedId}",
            now);
    }
}
