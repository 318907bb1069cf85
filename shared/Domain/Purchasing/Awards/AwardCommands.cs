using NodaTime;
using Samkjop.People;
using Samkjop.Purchasing.Evidence;

namespace Samkjop.Purchasing.Awards;

/// <summary>An officer of the round proposes who is to win a lot.</summary>
/// <param name="BidId">Must be first in rank among those who may still win (<see cref="RoundSettings.LotsPerSupplier"/>).</param>
/// <param name="SupplierId">The bid's supplier.</param>
/// <param name="Reason">Why, as the letters quote it: 1–4000 characters.</param>
/// <param name="By">The officer, named for the round and declared impartial.</param>
/// <param name="Now">When the proposal arrived.</param>
public sealed record ProposeAward(string BidId, string SupplierId, string Reason, Caller By, Instant Now);

/// <summary>The decider approves a proposal, or returns it.</summary>
/// <param name="Approve">False: the lot is ranked again, awaiting another proposal.</param>
/// <param name="Reason">Why: 1–4000 characters.</param>
/// <param name="By">The decider: neither proposer, evaluator nor officer of the round.</param>
/// <param name="Now">When the decision arrived.</param>
/// <param name="Evidence">What the proposed winner has shown; null when it was asked for nothing.</param>
public sealed record DecideAward(bool Approve, string Reason, Caller By, Instant Now, WinnerEvidence? Evidence = null);

/// <summary>The platform makes all letters of a lot readable at once.</summary>
/// <param name="Recipients">Suppliers that have a letter, by id.</param>
/// <param name="StandstillEnds">24:00 Europe/Oslo of the last day; null when no standstill is held.</param>
/// <param name="Now">When the letters become readable.</param>
/// <param name="Number">The dispatch that the letters were written for.</param>
public sealed record SendLetters(IReadOnlyCollection<string> Recipients, Instant? StandstillEnds, Instant Now, int Number = 1);

/// <summary>A party signs the contract of a lot.</summary>
/// <param name="Party">Which party.</param>
/// <param name="By">Subject.</param>
/// <param name="Now">When.</param>
/// <param name="TermsSha256">Hash of the terms that are signed (<see cref="ContractTerms"/>); null where they were not shown.</param>
public sealed record SignContract(ContractParty Party, string By, Instant Now, string? TermsSha256 = null);

/// <summary>The decider annuls the buyer's own award before the contract is made.</summary>
/// <param name="Reevaluate">The bids are evaluated and ranked again; else the ranking stands and another proposal is awaited.</param>
/// <param name="Reason">Why, as the next letters quote it: 1–4000 characters.</param>
/// <param name="By">A decider.</param>
public sealed record AnnulAward(bool Reevaluate, string Reason, Caller By, Instant Now);

/// <summary>The bid that is to win is set aside before the contract is made: its supplier withdraws, or an officer records why it cannot win.</summary>
/// <param name="Cause">A supplier can only withdraw.</param>
/// <param name="Reason">Why: 1–4000 characters.</param>
/// <param name="By">The supplier's person, or an officer.</param>
/// <param name="Evidence">What the proposed winner has shown; null when it was asked for nothing.</param>
public sealed record SetWinnerAside(SetAsideCause Cause, string Reason, Caller By, Instant Now, WinnerEvidence? Evidence = null);
