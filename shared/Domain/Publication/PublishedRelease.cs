using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Samkjop.Ports;

namespace Samkjop.Publication;

/// <summary>A release as it was published: written once, never changed. Kept as the JSON that was shown, so that later code shows the same.</summary>
/// <param name="Part">The process's ocid.</param>
/// <param name="ReleaseId">The release's id, which says which event it tells of.</param>
/// <param name="PublishedAt">When it was published, UTC; the release's own date says when it was decided.</param>
/// <param name="Release">The release.</param>
public sealed record PublishedRelease(string Part, string ReleaseId, Instant PublishedAt, JsonElement Release) : IDocument
{
    private static readonly InstantPattern Stamp = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmssfffffff'Z'");
    private static readonly InstantPattern MonthPattern = InstantPattern.CreateWithInvariantCulture("uuuu-MM");

    public static string Container => Containers.Platform;

    public static string Kind => "publishedRelease";

    public static int SchemaVersion => 1;

    public string Id => ReleaseId;

    public string PartitionKey => Part;

    /// <summary>The month of publication in UTC, by which readers find what is new.</summary>
    public string? Mark => MonthOf(PublishedAt);

    /// <summary><c>2021-05</c>.</summary>
    public static string MonthOf(Instant instant) => MonthPattern.Format(instant);

    /// <summary>The id of the release that tells of an event: sorts by time, the same whenever it is derived.</summary>
    /// <param name="at">When it was decided.</param>
    /// <param name="document">The document that decided.</param>
    /// <param name="sequence">The event's number there.</param>
    public static string IdOf(Instant at, string document, long sequence) => $"{Stamp.Format(at)}-{document}-{sequence:D6}";
}
