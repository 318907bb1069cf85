using Samkjop.Ports;

namespace Samkjop.Agencies;

/// <summary>A unit of the municipality that buys (virksomhet).</summary>
/// <param name="AgencyId">Short name in lower case, such as <c>bym</c>.</param>
/// <param name="Name">Everyday name.</param>
public sealed record Agency(string AgencyId, string Name) : IDocument
{
    public static string Container => Containers.Agencies;

    public static string Kind => "agency";

    public static int SchemaVersion => 1;

    public string Id => "agency";

    public string PartitionKey => AgencyId;

    public string? Mark => null;
}
