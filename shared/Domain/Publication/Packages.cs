using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;

namespace Samkjop.Publication;

/// <summary>What stands on every package.</summary>
/// <param name="Publisher">Who publishes.</param>
/// <param name="License">Under which terms it may be used.</param>
/// <param name="PublicationPolicy">Where it says what is published when.</param>
public sealed record PackageHead(PackagePublisher Publisher, Uri License, Uri PublicationPolicy);

/// <param name="Scheme"><c>NO-BRC</c>; null where the number is not set.</param>
/// <param name="Uid">The organisation number; null where it is not set.</param>
public sealed record PackagePublisher(string Name, string? Scheme, string? Uid);

/// <param name="Next">The page after this one; null on the last.</param>
public sealed record PackageLinks(Uri? Next);

/// <summary>Releases as they were published (OCDS 1.1.5 release package).</summary>
public sealed record ReleasePackage(
    Uri Uri, string Version, ImmutableArray<string> Extensions, Instant PublishedDate, PackagePublisher Publisher, Uri License, Uri PublicationPolicy,
    ImmutableArray<JsonElement> Releases, PackageLinks? Links)
{
    /// <summary>The package of some releases.</summary>
    /// <param name="uri">Where it is read.</param>
    /// <param name="head">What stands on every package.</param>
    /// <param name="releases">At least one.</param>
    /// <param name="next">The page after it; null for none.</param>
    public static ReleasePackage Of(Uri uri, PackageHead head, IReadOnlyCollection<PublishedRelease> releases, Uri? next = null)
    {
        ArgumentNullException.ThrowIfNull(head);
        return new ReleasePackage(
            uri, "1.1", next is null ? Publication.Extensions.OfReleases : Publication.Extensions.OfPages, releases.Max(release => release.PublishedAt), head.Publisher, head.License, head.PublicationPolicy,
            [.. releases.Select(release => release.Release)], next is null ? null : new PackageLinks(next));
    }
}

/// <summary>Everything that has been published of one process, and what it comes to (OCDS 1.1.5 record package).</summary>
public sealed record RecordPackage(
    Uri Uri, string Version, ImmutableArray<string> Extensions, Instant PublishedDate, PackagePublisher Publisher, Uri License, Uri PublicationPolicy,
    ImmutableArray<ProcessRecord> Records)
{
    /// <summary>The package of one process.</summary>
    /// <param name="uri">Where it is read.</param>
    /// <param name="head">What stands on every package.</param>
    /// <param name="releases">All releases of the process, at least one.</param>
    public static RecordPackage Of(Uri uri, PackageHead head, IReadOnlyCollection<PublishedRelease> releases)
    {
        ArgumentNullException.ThrowIfNull(head);
        return new RecordPackage(
            uri, "1.1", Publication.Extensions.OfReleases, releases.Max(release => release.PublishedAt), head.Publisher, head.License, head.PublicationPolicy,
            [ProcessRecord.Of([.. releases.Select(release => JsonObject.Create(release.Release)!)])]);
    }
}

/// <param name="Ocid">The process.</param>
/// <param name="Releases">Oldest first.</param>
/// <param name="CompiledRelease">The present state of all members.</param>
/// <param name="VersionedRelease">The history of every member.</param>
public sealed record ProcessRecord(string Ocid, ImmutableArray<JsonObject> Releases, JsonObject CompiledRelease, JsonObject VersionedRelease)
{
    /// <summary>The record of a process's releases, in whatever order they come.</summary>
    public static ProcessRecord Of(IReadOnlyCollection<JsonObject> releases) =>
        new((string)releases.First()["ocid"]!, [.. OcdsMerge.InOrder(releases)], OcdsMerge.Compile(releases), OcdsMerge.Version(releases));
}
