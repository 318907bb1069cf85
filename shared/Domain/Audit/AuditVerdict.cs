using System.Collections.Immutable;

namespace Samkjop.Audit;

/// <summary>What holding a log against its hashes has shown.</summary>
/// <param name="Entries">How many entries there are.</param>
/// <param name="Withheld">How many of them are sealed and shown by hash only.</param>
/// <param name="Head">The hash of the last entry, which stands for the whole log; null in an empty one.</param>
/// <param name="Faults">Everything that does not hold, at most <see cref="AuditVerification.MaxFaults"/>; empty when the log is whole.</param>
public sealed record AuditVerdict(long Entries, long Withheld, string? Head, ImmutableArray<AuditFault> Faults)
{
    /// <summary>Whether nothing was changed, left out, put in or moved.</summary>
    public bool IsWhole => Faults.IsEmpty;
}

/// <param name="Number">The entry at fault, by its number.</param>
/// <param name="Kind">What is wrong.</param>
/// <param name="Text">The same in words.</param>
public sealed record AuditFault(long Number, AuditFaultKind Kind, Text Text);

/// <summary>What can be wrong with a log. Wire format.</summary>
public enum AuditFaultKind
{
    /// <summary>It does not follow from the entry before: one of them was changed.</summary>
    Changed,

    /// <summary>It is not where it should stand.</summary>
    Missing,

    /// <summary>It stands where its number does not belong: put in, doubled or moved.</summary>
    Misplaced,

    /// <summary>It carries no hash, or none that can be read.</summary>
    Unhashed,

    /// <summary>The log does not end with the hash that was noted elsewhere: entries at its end were changed or cut off.</summary>
    OtherHead,
}
