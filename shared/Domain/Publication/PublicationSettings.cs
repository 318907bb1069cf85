namespace Samkjop.Publication;

/// <summary>Under which name the municipality publishes.</summary>
/// <param name="OcidPrefix">The prefix that the Open Contracting Partnership has registered for the publisher, <c>ocds-</c> and six characters.</param>
/// <param name="BuyerName">Who runs the rounds.</param>
/// <param name="BuyerOrganisationNumber">Nine digits; null where it is not set.</param>
public sealed record PublicationSettings(string OcidPrefix, string BuyerName, string? BuyerOrganisationNumber)
{
    /// <summary>The prefix of the standard's own examples: nobody's, until a real one is set.</summary>
    public const string ExamplePrefix = "ocds-213czf";

    /// <summary>The process of a round.</summary>
    public string OcidOfRound(string roundId) => $"{OcidPrefix}-round-{roundId}";

    /// <summary>The process of a purchasing system, which its rounds belong to.</summary>
    public string OcidOfSystem(string purchasingSystemId) => $"{OcidPrefix}-system-{purchasingSystemId}";
}
