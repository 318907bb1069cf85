namespace Samkjop.People;

/// <summary>Who did something, as the audit log keeps it: an id, never a name. Names live beside the log, so that they can be erased.</summary>
/// <param name="Id">The subject of the caller's token, or the function that acted.</param>
/// <param name="Kind">A person, a supplier's system, or the platform itself.</param>
public sealed record Actor(string Id, ActorKind Kind)
{
    /// <summary>The platform, acting by its own rules (a deadline passed).</summary>
    public static Actor Platform(string function) => new(function, ActorKind.Platform);
}

public enum ActorKind
{
    Person,
    System,
    Platform,
}
