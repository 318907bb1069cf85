using System.Collections.Immutable;
using NodaTime;
using Samkjop.People;

namespace Samkjop.Purchasing;

/// <summary>The window has closed and everything received has been listed.</summary>
public sealed record FixManifest(ImmutableArray<ManifestEntry> Entries, Instant Now);

/// <summary>An opener agrees to open the bids.</summary>
public sealed record ApproveOpening(Caller By, Instant Now);

/// <summary>The platform opens the bids that enough openers have agreed to open.</summary>
public sealed record OpenRound(Instant Now);

/// <summary>The platform reads what the manifest holds of one bid.</summary>
/// <param name="InManifest">Whether the manifest holds anything of it.</param>
/// <param name="Sheets">Its sheets as they were found.</param>
public sealed record OpenBid(bool InManifest, ImmutableArray<OpenedSheet> Sheets);

/// <summary>A person says whether it is impartial (FOA § 7-5).</summary>
/// <param name="By">A person named for the round, or a deputy of one.</param>
/// <param name="Impartial">False: it has a conflict of interest.</param>
/// <param name="Now">When.</param>
/// <param name="Reason">What the conflict consists in, or what was considered; required with a conflict, at most <see cref="BidAccess.MaxReasonLength"/> characters.</param>
public sealed record DeclareImpartiality(Caller By, bool Impartial, Instant Now, string? Reason = null);
