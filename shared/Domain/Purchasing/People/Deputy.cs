using NodaTime;

namespace Samkjop.Purchasing;

/// <summary>Somebody who stands in for a named person in one role. The deputy needs the role in its own token, and declares its own impartiality.</summary>
/// <param name="Subject">Who stands in, by the subject of its token.</param>
/// <param name="For">Who is stood in for: named for the role in the round.</param>
/// <param name="Role">The role, of those that rounds name people for.</param>
/// <param name="From">First local day, Europe/Oslo.</param>
/// <param name="Until">Last local day, included: the deputy may act until 24:00 of it.</param>
public sealed record Deputy(string Subject, string For, string Role, LocalDate From, LocalDate Until)
{
    /// <summary>Whether the deputy may act on the local day.</summary>
    public bool Covers(LocalDate today) => From <= today && today <= Until;
}
