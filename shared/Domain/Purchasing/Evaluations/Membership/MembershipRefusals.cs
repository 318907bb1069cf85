using Samkjop.Calendar;
using Samkjop.Decisions;

namespace Samkjop.Purchasing;

/// <summary>Why a decision about a bidder's membership is refused, or what a rejected bidder reads.</summary>
internal static class MembershipRefusals
{
    public static Refusal NotFlagged(string bidId) => Refusal.Conflict(
        "membership-not-flagged",
        $"Leverandøren bak {bidId} var tatt opp i innkjøpsordningen ved tilbudsfristen. Det er ingenting å avgjøre, og ingenting er endret.",
        $"The supplier of {bidId} was admitted to the purchasing system at closing. There is nothing to decide, and nothing was changed.");

    public static Refusal Decided(string bidId) => Refusal.Conflict(
        "membership-decided",
        $"Det er alt avgjort om {bidId} kan stå. Avgjørelsen står; ingenting er endret.",
        $"It has been decided whether {bidId} stands. The decision stands; nothing was changed.");

    public static Refusal Undecided(string lotId, IReadOnlyCollection<string> bids) => Refusal.Conflict(
        "membership-undecided",
        $"Rangeringen av {lotId} er ikke fastsatt: leverandøren var ikke lenger tatt opp ved tilbudsfristen i {string.Join(", ", bids)}. Avgjør med begrunnelse om tilbudet kan stå.",
        $"The ranking of {lotId} was not fixed: the supplier was no longer admitted at closing in {string.Join(", ", bids)}. Decide with a reason whether the bid stands.");

    public static Text Rejected(MembershipFlag flag, ReasonedDecision decision)
    {
        var since = flag.Since is { } ended ? OsloFormat.Moment(ended) : null;
        return new(
            $"Leverandøren var ikke tatt opp i innkjøpsordningen ved tilbudsfristen{(since is null ? "" : $" (ikke siden {since.No})")}: {decision.Reason}",
            $"The supplier was not admitted to the purchasing system at closing{(since is null ? "" : $" (not since {since.En})")}: {decision.Reason}");
    }
}
