using Samkjop.People;
using Samkjop.Purchasing;
using Samkjop.Tests.Domain.Bids;

namespace Samkjop.Tests.Domain.Openings;

public sealed class BidAccessTests
{
    public static TheoryData<string> Everybody => [.. Role.All];

    [Theory]
    [MemberData(nameof(Everybody))]
    public void Before_the_opening_nobody_reads(string role)
    {
        var named = Competition.AwaitingOpening with { People = new(["x"], ["x"], ["x"], ["x"], ["x"]) };
        var declared = BidAccess.Declare(named, new(new Caller("x", [Role.Evaluator]), true, Competition.After)).Accepted();

        Assert.Equal("bids-sealed", BidAccess.Refuses(declared, new Caller("x", [role]), Competition.After)!.Code);
    }

    [Fact]
    public void After_the_opening_a_named_person_reads_once_it_has_declared_its_impartiality()
    {
        Assert.Equal("impartiality-required", BidAccess.Refuses(Competition.Opened, Competition.Evaluator, Competition.After)!.Code);

        Assert.Null(BidAccess.Refuses(Declared(Competition.Evaluator, impartial: true), Competition.Evaluator, Competition.After));
    }

    [Fact]
    public void A_person_with_a_conflict_of_interest_reads_nothing_and_cannot_take_it_back()
    {
        var conflicted = Declared(Competition.Officer, impartial: false);

        Assert.Equal("conflict-of-interest", BidAccess.Refuses(conflicted, Competition.Officer, Competition.After)!.Code);
        Assert.Equal("conflict-of-interest", BidAccess.Declare(conflicted, new(Competition.Officer, true, Competition.After)).Refused().Code);
    }

    [Fact]
    public void Who_was_impartial_may_find_a_conflict_later() => Assert.Equal("conflict-of-interest", BidAccess.Refuses(
        BidAccess.Declare(Declared(Competition.Decider, impartial: true), new(Competition.Decider, false, Competition.After, "Min svoger selger biler.")).Accepted(), Competition.Decider, Competition.After)!.Code);

    [Fact]
    public void The_auditor_reads_after_the_opening_without_being_named() => Assert.Null(BidAccess.Refuses(Competition.Opened, Competition.Auditor, Competition.After));

    [Fact]
    public void The_administrator_and_the_openers_never_read()
    {
        Assert.Equal("not-named-for-round", BidAccess.Refuses(Competition.Opened, Competition.Administrator, Competition.After)!.Code);
        Assert.Equal("not-named-for-round", BidAccess.Refuses(Competition.Opened, Competition.Opener, Competition.After)!.Code);
        Assert.Equal("not-named-for-round", BidAccess.Declare(Competition.Opened, new(Competition.Administrator, true, Competition.After)).Refused().Code);
    }

    [Fact]
    public void Who_follows_up_the_contract_reads_letters_and_protocol_after_the_same_declaration()
    {
        var manager = new Caller("manager", [Role.ContractManager]);

        Assert.Equal("impartiality-required", BidAccess.RefusesRecord(Competition.Opened, manager, Competition.After)!.Code);
        Assert.Null(BidAccess.RefusesRecord(Declared(manager, impartial: true), manager, Competition.After));
        Assert.Equal("not-named-for-round", BidAccess.Refuses(Declared(manager, impartial: true), manager, Competition.After)!.Code);
        Assert.Equal("not-named-for-round", BidAccess.RefusesRecord(Competition.Opened, manager with { Subject = "somebody" }, Competition.After)!.Code);
    }

    [Fact]
    public void A_conflict_of_interest_shuts_out_an_auditor_too()
    {
        var auditor = Competition.Officer with { Roles = [Role.ProcurementOfficer, Role.Auditor] };

        Assert.Equal("conflict-of-interest", BidAccess.Refuses(Declared(auditor, impartial: false), auditor, Competition.After)!.Code);
        Assert.Equal("conflict-of-interest", BidAccess.RefusesRecord(Declared(auditor, impartial: false), auditor, Competition.After)!.Code);
    }

    [Fact]
    public void Whoever_declared_a_conflict_of_interest_takes_no_part_in_the_round_at_all()
    {
        var conflicted = Declared(Competition.Officer, impartial: false);

        Assert.Equal("conflict-of-interest", RoundAccess.MayActAs(conflicted, Competition.Officer, Role.ProcurementOfficer, Competition.After)!.Code);
        Assert.Equal("conflict-of-interest", PeopleChanging.Change(
            conflicted, new ChangePeople(conflicted.People with { Evaluators = ["ny"] }, "Ny.", Competition.Officer, Competition.After)).Refused().Code);
    }

    private static Round Declared(Caller who, bool impartial) => BidAccess.Declare(Competition.Opened, new(who, impartial, Competition.After, impartial ? null : "Min svoger selger biler.")).Accepted();
}
