using NodaTime;
using Samkjop.Calendar;
using Samkjop.Decisions;
using Samkjop.People;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Awards;
using Samkjop.Tests.Domain.Bids;
using Samkjop.Tests.Domain.Evaluations;

namespace Samkjop.Tests.Domain.Duties;

/// <summary>What is tried next in a round.</summary>
/// <param name="Kind">Which command.</param>
/// <param name="Who">Index of the person.</param>
/// <param name="Whom">Index of another person, whom it is about.</param>
/// <param name="Where">Index of a role or place.</param>
/// <param name="Hours">Passed since the step before.</param>
/// <param name="Fitting">Whether somebody who may ever act in the role is taken instead of anybody, so that rounds get somewhere.</param>
public sealed record Step(int Kind, int Who, int Whom, int Where, int Hours, bool Fitting);

/// <summary>
/// A round from its closing to its award, whose people all have every role in their tokens: what each did is noted apart from the documents, and held against the
/// separation of duties whenever a decision is accepted.
/// </summary>
internal sealed class PlayedRound(int people)
{
    private readonly HashSet<string> _evaluated = [], _proposed = [], _officers = [], _approved = [], _shutOut = [];
    private Round _round = Competition.AwaitingOpening with
    {
        People = new(["p0"], ["p1", "p2", "p3"], ["p4"], ["p5"], ["p6"]),
        Declarations = [],
        Settings = RoundSettings.Default with { EvidenceBeforeAward = false },
    };

    private Lot _lot = Judged.Checked;
    private Evaluation _evaluation = Judged.Bid("bertel");
    private Instant _now = Competition.After;

    /// <summary>What broke the separation of duties; empty when nothing did.</summary>
    public List<string> Faults { get; } = [];

    public string? Decider { get; private set; }

    public bool IsOpened => _round.OpenedAt is not null;

    public void Take(Step step)
    {
        _now += Duration.FromHours(step.Hours);
        switch (step.Kind)
        {
            case 0 or 1:
                Declare(step);
                break;
            case 2:
                Change(step);
                break;
            case 3 or 4:
                Open(step);
                break;
            case 5:
                GivePoints(step);
                break;
            case 6:
                Rank(step);
                break;
            case 7:
                Propose(step);
                break;
            default:
                Decide(step);
                break;
        }
    }

    private void Declare(Step step)
    {
        var role = Role.NamedInRounds[step.Where % Role.NamedInRounds.Count];
        var (by, impartial) = (ActorOf(step, role), step.Whom % 10 > 0);
        if (Accepted(BidAccess.Declare(_round, new DeclareImpartiality(by, impartial, _now, impartial ? null : "En slektning gir tilbud."))) is { } round)
        {
            _round = round;
            _ = impartial ? Require(!_shutOut.Contains(by.Subject), $"{by.Subject} took a conflict of interest back") : _shutOut.Add(by.Subject);
        }
    }

    private void Change(Step step)
    {
        var by = ActorOf(step, Role.ProcurementOfficer);
        var (before, role, who) = (_round.People, Role.NamedInRounds[step.Where % Role.NamedInRounds.Count], $"p{step.Whom % people}");
        var today = OsloTime.DateOf(_now);
        var after = (step.Hours % 3) switch
        {
            0 => before with { Deputies = [.. before.Deputies.TakeLast(4), new Deputy(who, before.NamedFor(role)!.Value[0], role, today, today.PlusDays(step.Who))] },
            1 => before with { Deputies = before.Deputies.RemoveAll(d => d.Role == role || d.For == who) },
            _ => Swapped(before, role, who),
        };
        if (Accepted(PeopleChanging.Change(_round, new ChangePeople(after, "Noen må gjøre det.", by, _now))) is { } round && !ReferenceEquals(round, _round))
        {
            if (before.PlacesOf(by.Subject, Role.ProcurementOfficer, today).IsEmpty)
            {
                Require(
                    !after.MayEverActAs(by.Subject, Role.ProcurementOfficer) && !after.ProcurementOfficers.Intersect(before.ProcurementOfficers).Any(),
                    $"{by.Subject} did more as administrator than replace officers who are gone");
            }
            else
            {
                _officers.Add(by.Subject);
            }

            _round = round;
        }
    }

    private void Open(Step step)
    {
        var by = ActorOf(step, Role.Opener);
        if (Accepted(BidOpening.Approve(_round, new ApproveOpening(by, _now))) is { } approved && !ReferenceEquals(approved, _round))
        {
            _round = approved;
            _approved.Add(RequireActs(by, Role.Opener, "approved the opening"));
        }

        if (!IsOpened && Accepted(BidOpening.Open(_round, new OpenRound(_now))) is { } opened)
        {
            _round = opened;
            Require(_approved.Count >= 2, $"opened by {string.Join(",", _approved)}");
            Require(opened.OpeningApprovals.Select(a => a.Place).Distinct().Count() >= 2, "a person and its deputy opened together");
        }
    }

    private void GivePoints(Step step)
    {
        var by = ActorOf(step, Role.Evaluator);
        if (Accepted(Points.Give(_round, _lot, _evaluation, new ScoreBid(by, [new("range", 8, "Rekker langt.")], _now))) is { } scored)
        {
            _evaluation = scored;
            _evaluated.Add(RequireActs(by, Role.Evaluator, "evaluated"));
        }
    }

    private void Rank(Step step)
    {
        var by = ActorOf(step, Role.ProcurementOfficer);
        if (Accepted(Rankings.Rank(_round, _lot, [_evaluation], new RankLot(by, _now))) is { } ranked)
        {
            (_lot, _round) = (ranked, Rankings.Complete(_round, [ranked]).Accepted());
        }
    }

    private void Propose(Step step)
    {
        var by = ActorOf(step, Role.ProcurementOfficer);
        var supplierOf = new Dictionary<string, string> { ["bid-bertel"] = "bertel" };
        if (Accepted(AwardDecisions.Propose(_lot, _round, [], supplierOf, new ProposeAward("bid-bertel", "bertel", "Først.", by, _now))) is { } proposed)
        {
            _lot = proposed;
            _proposed.Add(RequireActs(by, Role.ProcurementOfficer, "proposed"));
        }
    }

    private void Decide(Step step)
    {
        var by = ActorOf(step, Role.AwardDecider);
        var command = new DecideAward(step.Whom % 3 > 0, "Enig.", by, _now);
        if (Accepted(AwardDecisions.Decide(_lot, _round, [], command)) is not { } decided)
        {
            return;
        }

        _lot = decided;
        var who = RequireActs(by, Role.AwardDecider, "decided");
        Require(!_evaluated.Contains(who) && !_proposed.Contains(who) && !_officers.Contains(who), $"{who} decided after having proposed, evaluated or been officer");
        Decider = decided.Award is null ? Decider : who;
    }

    /// <summary>The person holds the duty on the day, by name or as a deputy, and has declared its impartiality.</summary>
    private string RequireActs(Caller by, string role, string what)
    {
        var places = _round.People.PlacesOf(by.Subject, role, OsloTime.DateOf(_now));
        Require(places.Length > 0, $"{by.Subject} {what} without being {role}");
        Require(!_shutOut.Contains(by.Subject), $"{by.Subject} {what} in spite of a conflict of interest");
        Require(_round.Declarations.Any(d => d.Subject == by.Subject), $"{by.Subject} {what} without a declaration");
        return by.Subject;
    }

    private bool Require(bool holds, string fault)
    {
        if (!holds)
        {
            Faults.Add(fault);
        }

        return holds;
    }

    private Caller ActorOf(Step step, string role)
    {
        var fitting = _round.People.EverActingAs(role);
        return new(step.Fitting ? fitting[step.Who % fitting.Length] : $"p{step.Who % people}", [.. Role.All]);
    }

    private static T? Accepted<T>(Decision<T> decision)
        where T : class => (decision as Decision<T>.Accepted)?.State;

    private static RoundPeople Swapped(RoundPeople people, string role, string who) => role switch
    {
        Role.ProcurementOfficer => people with { ProcurementOfficers = [who] },
        Role.Opener => people with { Openers = [who, .. people.Openers.Skip(1)] },
        Role.Evaluator => people with { Evaluators = [who] },
        Role.AwardDecider => people with { AwardDeciders = [who] },
        _ => people with { ContractManagers = [who] },
    };
}
