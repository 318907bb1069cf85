using System.Collections.Immutable;
using NodaTime;
using Samkjop.Purchasing.Access;

namespace Samkjop.Purchasing.Archive;

/// <summary>One entry of a round's journal (journalpost): what came in, went out or was written for the case, with its files.</summary>
/// <param name="RecordId">Names it within the round, such as <c>bid-alfa</c>; letters, digits, points and hyphens.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Direction">In, out or internal.</param>
/// <param name="Title">As the public journal shows it: no business secrets.</param>
/// <param name="At">When it came, went or was made, UTC.</param>
/// <param name="Counterpart">Who sent or received it: a supplier's or agency's name; null for internal ones.</param>
/// <param name="Files">The first is the main document.</param>
/// <param name="Exemption">Why it is kept from the public as a rule; null when it is open.</param>
public sealed record RoundRecord(
    string RecordId, RecordKind Kind, RecordDirection Direction, Text Title, Instant At, string? Counterpart, ImmutableArray<RecordFile> Files, Exemption? Exemption)
{
    /// <summary>Whether a file of it is marked as secret, and whether every one that is has a copy without secrets.</summary>
    public AskedRecord Asked => new(
        RecordId, Kind, Files.Any(file => file.IsMarkedSecret),
        Files.Any(file => file.Redacted is not null) && Files.All(file => !file.IsMarkedSecret || file.Redacted is not null));
}

public enum RecordDirection
{
    /// <summary>Inngående.</summary>
    In,

    /// <summary>Utgående.</summary>
    Out,

    /// <summary>Organinternt.</summary>
    Internal,
}

/// <param name="FileName">Safe on every file system.</param>
/// <param name="Title">What the file is.</param>
/// <param name="MediaType">Such as <c>text/plain</c>.</param>
/// <param name="Source">Where its content comes from.</param>
/// <param name="IsMarkedSecret">Whether its supplier says that it holds business secrets.</param>
/// <param name="Redacted">The copy without them; null where there is none.</param>
public sealed record RecordFile(
    string FileName, Text Title, string MediaType, RecordSource Source, bool IsMarkedSecret = false, RecordFile? Redacted = null);

/// <summary>Where a file's content comes from.</summary>
public abstract record RecordSource
{
    private RecordSource()
    {
    }

    /// <summary>A blob.</summary>
    public sealed record Stored(string Container, string Name) : RecordSource;

    /// <summary>Written when it is asked for, from documents; the same each time.</summary>
    public sealed record Written(Func<byte[]> Content) : RecordSource;

    /// <summary>Every document of a kind in the round, one JSON line each.</summary>
    public sealed record Documents(string Kind) : RecordSource;

    /// <summary>An audit log with its hashes, one JSON line per entry.</summary>
    public sealed record Log(string LogId) : RecordSource;

    /// <summary>The award protocol while it is a draft: shown, and never archived.</summary>
    public sealed record ProtocolDraft : RecordSource;

    /// <summary>Who the ids are, from the register of names.</summary>
    public sealed record People : RecordSource;
}
