using System.Collections.Immutable;
using NodaTime;
using Samkjop.Decisions;

namespace Samkjop.Purchasing;

/// <param name="Key">The notice, such as <c>2021-q2</c> or <c>lot-1</c>.</param>
/// <param name="LotIds">The round's contracts that it tells of.</param>
/// <param name="PublishedOn">The local day of publication.</param>
/// <param name="Reference">Number in Doffin or TED, 1–100 characters.</param>
/// <param name="By">The officer's subject.</param>
/// <param name="At">When it was recorded.</param>
public sealed record PublishedNotice(string Key, ImmutableArray<string> LotIds, LocalDate PublishedOn, string Reference, string By, Instant At);

/// <summary>An officer records that an award notice was published.</summary>
public sealed record RecordAwardNotice(string Key, LocalDate PublishedOn, string? Reference, People.Caller By, Instant Now);

/// <summary>An award notice was published.</summary>
public sealed record AwardNoticePublished(string Key, ImmutableArray<string> LotIds, LocalDate PublishedOn, string Reference) : DomainEvent;
