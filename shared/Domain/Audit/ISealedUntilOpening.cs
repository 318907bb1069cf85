namespace Samkjop.Audit;

/// <summary>
/// An event that tells who has bid. Its audit entry is written at once and shown to nobody before the round's bids are opened, auditors
/// included (Directive 2014/24 Annex IV): readers of the log leave such entries out while <c>Round.OpenedAt</c> is null.
/// </summary>
public interface ISealedUntilOpening;
