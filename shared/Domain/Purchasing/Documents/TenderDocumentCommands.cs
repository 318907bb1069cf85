using NodaTime;
using Samkjop.Decisions;
using Samkjop.People;

namespace Samkjop.Purchasing;

/// <summary>A file as an officer enters it and as the store has it.</summary>
/// <param name="Title">As bidders are to read it.</param>
/// <param name="FileName">As the officer names it.</param>
/// <param name="Size">Bytes, as the store tells.</param>
/// <param name="Sha256">Of the bytes as the store has them, lower-case hexadecimal.</param>
/// <param name="Blob">Where it lies.</param>
public sealed record TenderFile(Text Title, string FileName, long Size, string Sha256, string Blob);

/// <summary>An officer of the round enters a document.</summary>
/// <param name="DocumentId">Derived from caller and key.</param>
/// <param name="Kind">What it is.</param>
/// <param name="File">The file.</param>
/// <param name="Reason">Why, once the invitation is out; left out before.</param>
public sealed record AddTenderDocument(string DocumentId, TenderDocumentKind Kind, TenderFile File, Text? Reason, Caller By, Instant Now);

/// <summary>An officer of the round enters the next version of a document.</summary>
/// <param name="DocumentId">The document.</param>
/// <param name="File">The file.</param>
/// <param name="Reason">Why, once the invitation is out; left out before.</param>
public sealed record ReviseTenderDocument(string DocumentId, TenderFile File, Text? Reason, Caller By, Instant Now);

/// <summary>An officer of the round takes a document out before the invitation.</summary>
public sealed record RemoveTenderDocument(string DocumentId, Caller By, Instant Now);

/// <summary>A version of a document was entered before the invitation.</summary>
public sealed record TenderDocumentEntered(string RoundId, string DocumentId, TenderDocumentKind Kind, int Version, string Sha256) : DomainEvent;

/// <summary>A document was taken out before the invitation; its versions are kept.</summary>
public sealed record TenderDocumentRemoved(string RoundId, string DocumentId, TenderDocumentKind Kind) : DomainEvent;

/// <summary>A document was corrected or added after the invitation, and all invited are told.</summary>
/// <param name="Reason">Why.</param>
/// <param name="ProposedClosing">The closing that is proposed since the correction came late; null where it came in time.</param>
public sealed record TenderDocumentCorrected(
    string RoundId, string DocumentId, TenderDocumentKind Kind, int Version, string Sha256, Text Reason, Instant? ProposedClosing) : DomainEvent;
