using NodaTime;
using Samkjop.People;

namespace Samkjop.Purchasing;

/// <summary>What a need is decided against.</summary>
/// <param name="Round">Its round.</param>
/// <param name="System">The purchasing system that the round runs under.</param>
/// <param name="Next">The next planned round under the same system, for those who come too late; null when none is planned.</param>
public sealed record NeedSetting(Round Round, PurchasingSystem System, PlannedRound? Next = null);

/// <summary>An agency's reporter reports a need.</summary>
/// <param name="NeedId">Its id.</param>
/// <param name="Content">What is needed.</param>
/// <param name="By">Who reports.</param>
/// <param name="Now">When.</param>
/// <param name="Reference">The agency's own reference where it is imported.</param>
public sealed record ReportNeed(string NeedId, NeedContent Content, Caller By, Instant Now, string? Reference = null);

/// <summary>An agency's reporter edits a need.</summary>
public sealed record EditNeed(NeedContent Content, Caller By, Instant Now);

/// <summary>An agency's reporter withdraws a need.</summary>
public sealed record WithdrawNeed(Caller By, Instant Now);

/// <summary>An agency's budget holder approves a need.</summary>
/// <param name="Version">The version that the budget holder has read.</param>
/// <param name="PriceCeiling">Most that one vehicle may cost, NOK ex VAT.</param>
public sealed record ApproveNeed(int Version, decimal PriceCeiling, Caller By, Instant Now);

/// <summary>An officer of the round records what became of the loan that a need is subject to.</summary>
/// <param name="Granted">Whether it was granted.</param>
/// <param name="Reason">The decision that says so, 1–500 characters.</param>
public sealed record RecordLoanAnswer(bool Granted, string Reason, Caller By, Instant Now);
