using NodaTime;
using Samkjop.People;
using Samkjop.Purchasing;
using Samkjop.Tests.Domain.Bids;

namespace Samkjop.Tests.Domain.Openings;

public sealed class OpeningDeputyTests
{
    private static readonly LocalDate Today = new(2021, 5, 21);
    private static readonly Caller Deputy = new("vikar", [Role.Opener]);

    [Fact]
    public void A_deputy_opens_together_with_another_named_opener() =>
        Assert.True(BidOpening.IsApproved(Approve(Approve(WithDeputyFor("opener-2"), Deputy), Competition.Opener)));

    [Fact]
    public void A_person_and_its_deputy_do_not_open_together()
    {
        Assert.Equal("opening-place-taken", Refused(Approve(WithDeputyFor("opener-1"), Deputy), Competition.Opener));
        Assert.Equal("opening-place-taken", Refused(Approve(WithDeputyFor("opener-1"), Competition.Opener), Deputy));
    }

    [Fact]
    public void A_deputy_of_two_openers_counts_once()
    {
        var approved = Approve(Approve(WithDeputyFor("opener-1", "opener-2"), Deputy), Deputy);

        Assert.False(BidOpening.IsApproved(approved));
        Assert.True(BidOpening.IsApproved(Approve(approved, Competition.SecondOpener)));
    }

    [Fact]
    public void An_opener_declares_its_impartiality_before_it_opens() =>
        Assert.Equal("impartiality-required", Refused(Competition.AwaitingOpening with { Declarations = [] }, Competition.Opener));

    [Fact]
    public void An_opener_with_a_conflict_of_interest_does_not_open() => Assert.Equal(
        "conflict-of-interest",
        Refused(
            BidAccess.Declare(Competition.AwaitingOpening, new DeclareImpartiality(Competition.Opener, false, Competition.After, "Svogeren min gir tilbud.")).Accepted(),
            Competition.Opener));

    [Fact]
    public void A_conflict_of_interest_is_declared_with_its_reason() => Assert.Equal(
        "invalid-declaration", BidAccess.Declare(Competition.AwaitingOpening, new DeclareImpartiality(Competition.Opener, false, Competition.After)).Refused().Code);

    [Fact]
    public void A_declaration_is_renewed_as_of_the_day_it_is_made_again() => Assert.Equal(
        Competition.After,
        BidAccess.Declare(Competition.AwaitingOpening, new DeclareImpartiality(Competition.Opener, true, Competition.After)).Accepted()
            .Declarations.Single(d => d.Subject == "opener-1").At);

    private static Round WithDeputyFor(params string[] openers)
    {
        var round = Competition.AwaitingOpening;
        var named = round with { People = round.People with { Deputies = [.. openers.Select(o => new Deputy("vikar", o, Role.Opener, Today, Today))] } };
        return BidAccess.Declare(named, new DeclareImpartiality(Deputy, true, Competition.During)).Accepted();
    }

    private static Round Approve(Round round, Caller by) => BidOpening.Approve(round, new ApproveOpening(by, Competition.After)).Accepted();

    private static string Refused(Round round, Caller by) => BidOpening.Approve(round, new ApproveOpening(by, Competition.After)).Refused().Code;
}
