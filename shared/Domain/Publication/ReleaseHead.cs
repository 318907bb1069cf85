using NodaTime;
using Samkjop.Publication.Model;

namespace Samkjop.Publication;

/// <summary>What every release begins with.</summary>
/// <param name="Settings">Who publishes.</param>
/// <param name="Ocid">The process.</param>
/// <param name="Id">By <see cref="PublishedRelease.IdOf"/>.</param>
/// <param name="Date">When it was decided, UTC.</param>
public sealed record ReleaseHead(PublicationSettings Settings, string Ocid, string Id, Instant Date)
{
    /// <summary>A release that says nothing yet.</summary>
    public Release Begin(string tag) => new() { Ocid = Ocid, Id = Id, Date = Date, Tag = [tag] };
}
