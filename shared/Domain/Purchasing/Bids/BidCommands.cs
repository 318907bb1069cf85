using NodaTime;

namespace Samkjop.Purchasing;

/// <summary>A supplier begins its bid.</summary>
/// <param name="SupplierId">The supplier that the caller acts for.</param>
/// <param name="Now">When the request arrived.</param>
/// <param name="By">The caller's subject.</param>
public sealed record StartBid(string SupplierId, Instant Now, string By);

/// <summary>A supplier is about to upload a document.</summary>
/// <param name="DocumentId">Derived from caller and key.</param>
/// <param name="Purpose">Sheet or attachment.</param>
/// <param name="LotId">Required for a sheet, optional for an attachment.</param>
/// <param name="FileName">As the supplier names it; directories are cut off.</param>
/// <param name="Now">When the request arrived.</param>
public sealed record AnnounceBidDocument(string DocumentId, BidDocumentPurpose Purpose, string? LotId, string FileName, Instant Now);

/// <summary>A supplier takes its bid back.</summary>
public sealed record WithdrawBid(Instant Now);

/// <summary>The store has committed an upload.</summary>
/// <param name="DocumentId">The announced document.</param>
/// <param name="CommittedAt">When the store committed it.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">Lower-case hexadecimal.</param>
public sealed record RegisterUpload(string DocumentId, Instant CommittedAt, long Size, string Sha256);
