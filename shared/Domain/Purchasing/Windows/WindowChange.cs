using NodaTime;

namespace Samkjop.Purchasing;

/// <summary>A bid window's closing was moved, and all invited were told.</summary>
/// <param name="At">When it was decided, UTC.</param>
/// <param name="By">Who decided.</param>
/// <param name="Cause">Why, in kind.</param>
/// <param name="From">The closing before, exclusive.</param>
/// <param name="To">The closing from then on, exclusive.</param>
/// <param name="Reason">Why, in words, as all invited read it.</param>
/// <param name="Outage">When the buyer's systems were out; for that cause only.</param>
/// <param name="ReopenedManifest">Hash of the closing manifest that had been fixed by then and holds no longer; null where none had.</param>
public sealed record WindowChange(
    Instant At, string By, WindowChangeCause Cause, Instant From, Instant To, Text Reason, OutagePeriod? Outage = null, string? ReopenedManifest = null);

/// <summary>Why a closing was moved. Wire format.</summary>
public enum WindowChangeCause
{
    /// <summary>An answer came late.</summary>
    LateAnswer,

    /// <summary>The documents were corrected.</summary>
    Correction,

    /// <summary>A documented outage on the buyer's side; the only cause that extends a window after it has closed.</summary>
    BuyerOutage,

    /// <summary>Something else, told in the reason.</summary>
    Other,

    /// <summary>Everybody invited consented to a shorter time.</summary>
    Agreement,
}

/// <summary>The half-open interval [<paramref name="From"/>, <paramref name="Until"/>) in which the buyer's systems were out, UTC.</summary>
/// <param name="From">Inclusive.</param>
/// <param name="Until">Exclusive.</param>
/// <param name="Evidence">What documents it: where the log or incident report lies.</param>
public sealed record OutagePeriod(Instant From, Instant Until, string Evidence);
