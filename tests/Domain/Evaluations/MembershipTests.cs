using NodaTime;
using Samkjop.Audit;
using Samkjop.Decisions;
using Samkjop.Purchasing;
using Samkjop.Suppliers;
using Samkjop.Tests.Domain.Bids;

namespace Samkjop.Tests.Domain.Evaluations;

/// <summary>Membership looked at again at closing: a change flags the bid, a person decides.</summary>
public sealed class MembershipTests
{
    private static readonly Supplier Admitted = Admissions.Admit(new("bertel", "Bertel AS", "974760673", []), "dps-3500", null, null, Competition.Opens).Accepted();
    private static readonly Supplier Suspended = Admissions.End(Admitted, "dps-3500", Competition.During, AdmissionEnding.Suspended, "Skatteattest mangler.").Accepted();
    private static readonly MembershipFlag Flag = Memberships.FlagOf(Suspended, "dps-3500", Competition.Closes, Competition.After)!;

    [Fact]
    public void Whoever_was_admitted_at_closing_is_not_flagged_also_when_it_left_later()
    {
        Assert.Null(Memberships.FlagOf(Admitted, "dps-3500", Competition.Closes, Competition.After));
        Assert.Null(Memberships.FlagOf(
            Admissions.End(Admitted, "dps-3500", Competition.After, AdmissionEnding.Left, "Ønsker det selv.").Accepted(), "dps-3500", Competition.Closes, Competition.After));
    }

    [Fact]
    public void Whoever_was_suspended_before_closing_is_flagged_with_since_when_and_why()
    {
        Assert.Equal(new MembershipFlag(Competition.After, Competition.During, AdmissionEnding.Suspended, "Skatteattest mangler."), Flag);
        Assert.Equal("invalid-admission", Admissions.End(Admitted, "dps-3500", Competition.During, AdmissionEnding.Refused).Refused().Code);
    }

    [Fact]
    public void Whoever_is_admitted_anew_before_a_closing_that_was_moved_is_flagged_no_more()
    {
        var flagged = Memberships.Look(Competition.Started(), new(Flag));
        var cleared = Memberships.Look(flagged.Accepted(), new(null));

        Assert.IsType<ISealedUntilOpening>(Assert.Single(flagged.Events()), exactMatch: false);
        Assert.Equal((Flag, null), (flagged.Accepted().Membership, cleared.Accepted().Membership));
        Assert.Empty(Memberships.Look(flagged.Accepted(), new(Flag with { LookedAt = Competition.After + Duration.FromDays(1) })).Events());
    }

    [Fact]
    public void A_flag_rejects_nothing_but_nothing_is_ranked_before_an_officer_has_decided()
    {
        var flagged = FlaggedBid().Scored(5);
        var other = Judged.Bid("harald").Scored(5);

        Assert.True(flagged.IsAdmissible);
        Assert.Equal("membership-undecided", Rank(flagged, other).Refused().Code);
        Assert.Equal(2, Rank(Decide(flagged, keep: true).Accepted(), other).Accepted().Ranking!.Bids.Count);
    }

    [Fact]
    public void A_bid_rejected_for_it_is_not_ranked_and_its_supplier_reads_why()
    {
        var rejected = Decide(FlaggedBid().Scored(5), keep: false).Accepted();

        Assert.Equal(["bid-harald"], Rank(rejected, Judged.Bid("harald").Scored(5)).Accepted().Ranking!.Bids.Select(b => b.BidId));
        Assert.Contains("Opptaket er i bero.", Assert.Single(rejected.RejectionReasons).No, StringComparison.Ordinal);
        Assert.Equal(LotPhase.WithoutBids, Checking.Settle(Judged.Checked, [rejected]).Accepted().Phase);
    }

    [Fact]
    public void It_is_decided_once_with_a_reason_by_an_officer_of_the_round()
    {
        var kept = Decide(FlaggedBid(), keep: true).Accepted();

        Assert.Empty(Decide(kept, keep: true).Events());
        Assert.Equal("membership-decided", Decide(kept, keep: false).Refused().Code);
        Assert.Equal("membership-not-flagged", Decide(Judged.Bid("harald"), keep: true).Refused().Code);
        Assert.Equal("invalid-membership-decision", Decide(FlaggedBid(), keep: true, " ").Refused().Code);
        Assert.Equal("not-named-for-round", Memberships.Decide(
            Judged.Round, Judged.Checked, FlaggedBid(), new(Competition.Evaluator, true, "Greit.", Competition.After)).Refused().Code);
    }

    private static Evaluation FlaggedBid() => Checking.Check(
        Judged.Round, Competition.System, Competition.Lot(),
        BidOpening.Open(Memberships.Look(Competition.Started(), new(Flag)).Accepted(), new OpenBid(true, [])).Accepted(),
        new OpenedSheet("lot-1", "doc-1", Competition.Sheet(), null)).Accepted();

    private static Decision<Evaluation> Decide(Evaluation evaluation, bool keep, string reason = "Opptaket er i bero.") =>
        Memberships.Decide(Judged.Round, Judged.Checked, evaluation, new(Competition.Officer, keep, reason, Competition.After));

    private static Decision<Lot> Rank(params Evaluation[] evaluations) =>
        Rankings.Rank(Judged.AnyPrice, Judged.Checked, evaluations, new(Competition.Officer, Competition.After));
}
