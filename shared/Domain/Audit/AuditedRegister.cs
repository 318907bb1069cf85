using System.Collections.Immutable;
using System.Text.Json;
using Samkjop.Decisions;
using Samkjop.Ports;
using Samkjop.Serialization;

namespace Samkjop.Audit;

/// <summary>
/// Logs of what is kept beside the rounds: agencies, suppliers, purchasing systems, plans, fleet baselines and persons. Each entry of a register has a log of its
/// own, in the same form and chained the same way as a round's.
/// </summary>
public static class AuditedRegister
{
    /// <summary>Longest reason that is given for a change, characters.</summary>
    public const int MaxReasonLength = 500;

    /// <summary>The log of one entry, such as <c>supplier.alfa</c>; no round's id has a point in it.</summary>
    /// <param name="kind">The document kind.</param>
    /// <param name="partitionKey">Which one.</param>
    public static string LogOf(string kind, string partitionKey) => $"{kind}.{partitionKey}";

    /// <summary>What is about to change.</summary>
    /// <param name="before">As it stands; null when it is created.</param>
    /// <param name="after">As it will stand; null when it is removed.</param>
    /// <param name="reason">Why, where the caller said so.</param>
    public static RegisterChanged Change<T>(T? before, T? after, string? reason)
        where T : class, IDocument
    {
        var document = after ?? before ?? throw new ArgumentNullException(nameof(after));
        return new(T.Kind, document.PartitionKey, document.Id, HashOf(before), HashOf(after), ChangedMembers(before, after), reason);
    }

    private static string? HashOf<T>(T? document)
        where T : class, IDocument => document is null ? null : CanonicalJson.Sha256(JsonSerializer.SerializeToElement(document, DocumentJson.Options));

    private static ImmutableArray<string> ChangedMembers<T>(T? before, T? after)
        where T : class, IDocument
    {
        var (old, now) = (MembersOf(before), MembersOf(after));
        return [.. old.Keys.Union(now.Keys, StringComparer.Ordinal).Where(name => old.GetValueOrDefault(name) != now.GetValueOrDefault(name)).Order(StringComparer.Ordinal)];
    }

    private static Dictionary<string, string> MembersOf<T>(T? document)
        where T : class, IDocument => document is null
            ? []
            : JsonSerializer.SerializeToElement(document, DocumentJson.Options).EnumerateObject()
                .ToDictionary(member => member.Name, member => CanonicalJson.Sha256(member.Value), StringComparer.Ordinal);
}

/// <summary>An entry of a register is changed: recorded before it is written, so that nothing changes unrecorded.</summary>
/// <param name="Kind">The document kind.</param>
/// <param name="Key">Which one.</param>
/// <param name="Id">Which of its documents.</param>
/// <param name="Before">SHA-256 of it before, as canonical JSON; null when it is created.</param>
/// <param name="After">SHA-256 of it afterwards; null when it is removed.</param>
/// <param name="Members">What of it changes, by name (ordinal).</param>
/// <param name="Reason">Why, where that was said.</param>
public sealed record RegisterChanged(
    string Kind, string Key, string Id, string? Before, string? After, ImmutableArray<string> Members, string? Reason = null) : DomainEvent;

/// <summary>The change that was recorded last by the same person was not made: somebody else was first.</summary>
/// <param name="Kind">The document kind.</param>
/// <param name="Key">Which one.</param>
/// <param name="Id">Which of its documents.</param>
/// <param name="After">SHA-256 of what was not written; null when it was to be removed.</param>
public sealed record RegisterChangeLapsed(string Kind, string Key, string Id, string? After) : DomainEvent;
