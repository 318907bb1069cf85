using System.Collections.Immutable;

namespace Samkjop.Publication;

/// <summary>Extensions of the standard that releases and packages use, by the addresses of their metadata.</summary>
public static class Extensions
{
    private const string Home = "https://raw.githubusercontent.com/open-contracting-extensions";

    public static ImmutableArray<string> OfReleases { get; } =
    [
        $"{Home}/ocds_lots_extension/v1.1.5/extension.json",
        $"{Home}/ocds_bid_extension/v1.1.5/extension.json",
        $"{Home}/ocds_enquiry_extension/v1.1.5/extension.json",
        $"{Home}/ocds_techniques_extension/master/extension.json",
    ];

    /// <summary>Those of a package that has a next one.</summary>
    public static ImmutableArray<string> OfPages { get; } = [.. OfReleases, $"{Home}/ocds_pagination_extension/master/extension.json"];
}
