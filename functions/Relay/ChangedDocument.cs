using System.Text.Json.Serialization;

namespace Samkjop.Functions.Relay;

/// <summary>What the relay needs to know of a changed document of the container of rounds; the rest is left aside.</summary>
/// <param name="Id">Its id.</param>
/// <param name="RoundId">Its partition.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Mark">Its mark; null when it has none.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Skip)]
public sealed record ChangedDocument(string Id, string RoundId, string Kind, string? Mark = null);
