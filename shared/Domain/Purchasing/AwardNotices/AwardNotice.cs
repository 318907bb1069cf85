using System.Collections.Immutable;
using NodaTime;

namespace Samkjop.Purchasing.AwardNotices;

/// <summary>A notice of contracts awarded (kunngjøring av kontraktstildeling), as far as one round is concerned.</summary>
/// <param name="Key">Quarter such as <c>2021-q2</c>, or the lot where each contract has its own.</param>
/// <param name="LotIds">The round's contracts that belong in it, by lot.</param>
/// <param name="Due">Last local day of publication.</param>
/// <param name="Explanation">How the day was found, with the law.</param>
/// <param name="Published">How it was published so far, oldest first.</param>
public sealed record AwardNotice(string Key, ImmutableArray<string> LotIds, LocalDate Due, Text Explanation, ImmutableArray<PublishedNotice> Published)
{
    /// <summary>Contracts that no publication tells of.</summary>
    public ImmutableArray<string> Outstanding => [.. LotIds.Except(Published.SelectMany(notice => notice.LotIds), StringComparer.Ordinal)];
}
