using System.Collections.Immutable;
using NodaTime;
using Samkjop.Functions.Purchasing.Plans;
using Samkjop.Functions.Purchasing.Rounds;
using Samkjop.People;
using Samkjop.Purchasing;

namespace Samkjop.Functions.Purchasing.Windows;

/// <summary>When bids are received, and how that came about.</summary>
/// <param name="Window">As it is now.</param>
/// <param name="QuestionsUntil">Questions are taken until then, exclusive.</param>
/// <param name="Changes">How the closing was moved, oldest first.</param>
/// <param name="ShorterTime">The shorter time that was proposed last.</param>
/// <param name="Proposal">For those who run rounds: the extension that a late answer proposes; null while enough time is left.</param>
public sealed record BidWindowStateView(
    string RoundId, BidWindowView Window, MomentView QuestionsUntil, ImmutableArray<WindowChangeView> Changes, ExtensionProposal? Proposal, ShorterTimeView? ShorterTime)
{
    public static BidWindowStateView For(Round round, Caller caller, ExtensionProposal? proposal, Instant now)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(caller);
        var runs = caller.SupplierId is null && RoundAccess.RunsRounds(round, caller);
        return new BidWindowStateView(
            round.RoundId,
            BidWindowView.Of(round.Invitation!.Window),
            MomentView.Deadline(QuestionTimes.CutOff(round)),
            [.. round.WindowChanges.Select(change => WindowChangeView.Of(change, runs))],
            runs ? proposal : null,
            round.ShorterTime is { } shorter ? ShorterTimeView.Of(round, shorter, caller, now) : null);
    }
}

/// <param name="Outage">When the buyer's systems were out, for that cause.</param>
/// <param name="Evidence">What documents the outage: for those who run rounds.</param>
public sealed record WindowChangeView(
    MomentView At, WindowChangeCause Cause, MomentView From, MomentView To, Text Reason, OutageView? Outage, string? Evidence)
{
    internal static WindowChangeView Of(WindowChange change, bool runs) => new(
        MomentView.Of(change.At), change.Cause, MomentView.Deadline(change.From), MomentView.Deadline(change.To), change.Reason,
        change.Outage is { } outage ? new OutageView(MomentView.Of(outage.From), MomentView.Of(outage.Until)) : null,
        runs ? change.Outage?.Evidence : null);
}

/// <summary>An outage in words.</summary>
public sealed record OutageView(MomentView From, MomentView Until);
