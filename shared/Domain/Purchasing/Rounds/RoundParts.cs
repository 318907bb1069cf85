using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;

namespace Samkjop.Purchasing;

/// <param name="OpensAt">Needs are taken from this instant.</param>
/// <param name="Deadline">The needs deadline; "helst" when <see cref="RoundSettings.NeedsDeadline"/> is soft.</param>
/// <param name="LotsLockAt">The lots are locked and consolidated at this instant; equals the deadline when it is hard.</param>
public sealed record NeedsWindow(Instant OpensAt, Instant Deadline, Instant LotsLockAt);

/// <summary>The half-open interval [<paramref name="Opens"/>, <paramref name="Closes"/>) in which bids are received, UTC.</summary>
/// <param name="Opens">Inclusive.</param>
/// <param name="Closes">Exclusive: a bid committed at this instant is late.</param>
public sealed record BidWindow(Instant Opens, Instant Closes)
{
    public bool Contains(Instant instant) => Opens <= instant && instant < Closes;
}

/// <summary>The invitation as released: who was invited, under which document, and when bids are received.</summary>
/// <param name="ReleasedAt">When the officer released it.</param>
/// <param name="ReleasedBy">The officer's subject.</param>
/// <param name="Window">The bid window.</param>
/// <param name="MinimumPeriodEnds">The end of the minimum tender period that the closing had to respect.</param>
/// <param name="InvitedSupplierIds">All suppliers admitted at the time of invitation, by id (ordinal).</param>
/// <param name="DocumentVersion">Version of the procurement document that the invitation froze.</param>
/// <param name="DocumentSha256">Hash of its canonical JSON, lower-case hexadecimal.</param>
public sealed record Invitation(
    Instant ReleasedAt, string ReleasedBy, BidWindow Window, Instant MinimumPeriodEnds,
    ImmutableArray<string> InvitedSupplierIds, int DocumentVersion, string DocumentSha256)
{
    /// <summary>The tender documents that were released with it, by version and hash.</summary>
    public ImmutableArray<PinnedDocument> Documents { get; init; } = [];

    /// <summary>The last local day on which bids must stand at least; null where the invitation says nothing of it.</summary>
    public LocalDate? BidsValidUntil { get; init; }

    /// <summary>Who of the invited was admitted later and invited then, in order (<see cref="RoundSettings.LateSuppliers"/>).</summary>
    public ImmutableArray<LateInvitation> Late { get; init; } = [];
}

/// <param name="SupplierId">A supplier that was admitted after the invitation was released.</param>
/// <param name="At">When it was invited.</param>
public sealed record LateInvitation(string SupplierId, Instant At);

/// <param name="FixedAt">When the manifest was fixed.</param>
/// <param name="Entries">How many documents it holds.</param>
/// <param name="Sha256">Hash of the manifest document's canonical JSON, lower-case hexadecimal.</param>
public sealed record ManifestSummary(Instant FixedAt, int Entries, string Sha256);

/// <param name="Opener">Who agreed.</param>
/// <param name="At">When.</param>
/// <param name="For">The named opener whose place a deputy took; null for one that is named itself.</param>
public sealed record OpeningApproval(string Opener, Instant At, string? For = null)
{
    /// <summary>The named opener whose place is taken by this approval.</summary>
    [JsonIgnore]
    public string Place => For ?? Opener;
}

/// <param name="Subject">Who declares.</param>
/// <param name="At">When.</param>
/// <param name="Impartial">False: the person declares a conflict of interest and gets no access.</param>
/// <param name="Reason">What the conflict consists in, or what was considered; read by officers of the round and auditors only.</param>
public sealed record ImpartialityDeclaration(string Subject, Instant At, bool Impartial, string? Reason = null);

/// <param name="At">When every order had ended.</param>
/// <param name="ProtocolBlob">Name of the award protocol in <see cref="Ports.BlobContainers.Records"/>; null for a round that bought nothing.</param>
/// <param name="Reason">Why the round closed without buying; null when it bought.</param>
public sealed record RoundClosing(Instant At, string? ProtocolBlob, Text? Reason = null);
