using System.Collections.Concurrent;
using CsCheck;
using NodaTime;
using Samkjop.Calendar;
using Samkjop.Decisions;
using Samkjop.People;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Awards;
using Samkjop.Purchasing.Complaints;
using Samkjop.Purchasing.Evidence;
using static Samkjop.Tests.Domain.Awards.Given;

namespace Samkjop.Tests.Domain.Awards;

/// <summary>
/// Whatever is done in whatever order: no order before both signatures, no signature within the standstill or while a complaint stands, and no lot in a state
/// that the lifecycle does not have.
/// </summary>
public sealed class AwardSequenceTests
{
    private static readonly Caller ByOfficer = Caller(Officer, Role.ProcurementOfficer), ByDecider = Caller(Decider, Role.AwardDecider);
    private static readonly string[] Bids = ["bid-alfa", "bid-beta", "bid-gamma"];

    [Fact]
    public void No_sequence_of_commands_breaks_the_lifecycle()
    {
        var seen = new ConcurrentDictionary<LotPhase, int>();
        Gen.Select(Gen.Int[0, 40], Gen.Int[0, 5]).List[5, 120].Sample(
            steps =>
            {
                var world = new World();
                foreach (var (command, choice) in steps)
                {
                    world.Do(command, choice);
                    world.Check();
                    seen.AddOrUpdate(world.Lot.Phase, 1, (_, n) => n + 1);
                }
            },
            iter: 2000);
        Assert.Equal(Enum.GetValues<LotPhase>().Except([LotPhase.Ended]), seen.Keys.Order());
    }

    [Fact]
    public void And_the_way_through_all_of_it_can_be_walked()
    {
        var world = new World();
        int[][] walk = [[0, 1], [1, 0], [2, 0], [3, 1], [4, 0], [5, 0], [6, 0], [9, 1], [11, 0], [16, 0], [15, 0], [0, 1], [4, 0], [5, 0], [12, 0], [0, 0], [1, 0], [2, 0], [3, 1], [4, 0], [5, 0], [17, 5], [17, 5], [13, 0], [13, 1], [14, 0]];
        foreach (var step in walk)
        {
            world.Do(step[0], step[1]);
            world.Check();
        }

        Assert.Equal((LotPhase.Delivering, 2, 1), (world.Lot.Phase, world.Lot.EarlierAwards.Length, world.Lot.SetAside.Length));
    }

    private sealed class World
    {
        private readonly Dictionary<string, WinnerEvidence> _evidence = new(StringComparer.Ordinal);
        private readonly List<Complaint> _complaints = [];
        private Instant _now = Letters;

        public Lot Lot { get; private set; } = RankedLot;

        public void Do(int command, int choice)
        {
            _now += Duration.FromMinutes(1);
            switch (command)
            {
                case 0: Try(AwardDecisions.Propose(Lot, TheRound, [], SupplierOf, new ProposeAward(Bids[choice % 3], SupplierOf[Bids[choice % 3]], "Best.", ByOfficer, _now))); break;
                case 1: Ask(); break;
                case 2: Show(evidence => EvidenceDecisions.Supply(Lot, evidence, Certificate(OsloTime.DateOf(_now).PlusDays(-choice * 40), _now))); break;
                case 3: Show(evidence => EvidenceDecisions.Judge(TheRound, Lot, evidence, new JudgeEvidence("tax-certificate", choice > 0, "Sett.", ByOfficer, _now))); break;
                case 4: Try(AwardDecisions.Decide(Lot, TheRound, [], new DecideAward(choice < 5, "Enig.", ByDecider, _now, Evidence()))); break;
                case 5: Try(ContractDecisions.SendLetters(Lot, new SendLetters(["alfa", "beta", "gamma"], Standstill.EndOf(TheRound.Settings, LegalPeriod.Days(10), _now)!.End, _now, Lot.NextDispatch()))); break;
                case 6: Complain(ComplaintDecisions.File(TheRound, Lot, new FileComplaint($"complaint-{_complaints.Count}", "Feil.", By(choice), _now))); break;
                case 7: Complain(ComplaintDecisions.Record(TheRound, Lot, new RecordComplaint($"complaint-{_complaints.Count}", ComplaintKind.ToKofa, "alfa", _now, "Feil.", choice % 2 == 0, null, ByOfficer, _now))); break;
                case 8: Complain(ComplaintDecisions.Record(TheRound, Lot, new RecordComplaint($"complaint-{_complaints.Count}", ComplaintKind.ToCourt, "alfa", _now, "Feil.", false, "21-1", ByOfficer, _now))); break;
                case 9: Answer(choice, complaint => ComplaintDecisions.SetWaiting(TheRound, Lot, complaint, new SetWaiting(choice % 2 == 0, "Fordi.", ByOfficer, _now))); break;
                case 10: Answer(choice, complaint => ComplaintDecisions.Conclude(TheRound, complaint, new ConcludeComplaint((ComplaintOutcome)(choice % 3), "Svar.", ByDecider, _now))); break;
                case 11: Try(AwardEndings.Annul(Lot, TheRound, new AnnulAward(choice % 2 == 0, "Feil.", ByDecider, _now))); break;
                case 12: Try(AwardEndings.SetAside(Lot, TheRound, new SetWinnerAside((SetAsideCause)(choice % 3), "Ute.", choice < 3 ? By(choice) with { SupplierId = Lot.Proposal?.SupplierId } : ByOfficer, _now, Evidence()))); break;
                case 13: Sign((ContractParty)(choice % 2)); break;
                case 14: Try(ContractDecisions.RecordOrders(Lot, ["order-lot-1-bym"])); break;
                case 15: Rank(); break;
                case 16: Try(ContractDecisions.EndStandstill(Settled(), _now)); break;
                case 17: _now += Duration.FromDays(choice * 2); break;
                default: GoOn(choice); break;
            }
        }

        /// <summary>What moves the lot on from where it is, so that sequences come far.</summary>
        private void GoOn(int choice)
        {
            int[] commands = Lot.Phase switch
            {
                LotPhase.Consolidated => [15],
                LotPhase.Ranked => [0],
                LotPhase.Proposed => [1, 2, 3, 4],
                LotPhase.Awarded => [5],
                LotPhase.Standstill => [17, 16],
                LotPhase.AwaitingSignatures => [13, 14],
                _ => [],
            };
            if (commands.Length > 0)
            {
                Do(commands[choice % commands.Length], choice);
            }
        }

        public void Check()
        {
            var lot = Lot;
            var (proposed, awarded, told, signed) = (lot.Proposal is not null, lot.Award is not null, lot.Letters is not null, lot.IsSigned());
            var fits = lot.Phase switch
            {
                LotPhase.Consolidated => lot.Ranking is null && !proposed && !awarded && !told,
                LotPhase.Ranked => lot.Ranking is not null && !proposed && !awarded && !told,
                LotPhase.Proposed => proposed && !awarded && !told,
                LotPhase.Awarded => proposed && awarded && !told,
                LotPhase.Standstill => awarded && told && lot.Signatures.IsEmpty,
                LotPhase.AwaitingSignatures => awarded && told,
                LotPhase.Delivering => awarded && told && signed && lot.Suspensions.IsEmpty && !lot.OrderIds.IsEmpty,
                LotPhase.WithoutBids => !awarded && lot.Suspensions.IsEmpty && lot.Signatures.IsEmpty,
                _ => false,
            };
            Assert.True(fits, $"{lot.Phase}");
            Assert.True(lot.Phase is LotPhase.Delivering || lot.OrderIds.IsEmpty);
            Assert.True(lot.Signatures.IsEmpty || (told && lot.Signatures.All(signature => signature.At >= lot.Letters!.StandstillEnds)));
            Assert.True(lot.Award is null || !lot.HasSetAside(lot.Award.BidId));
            Assert.True(lot.EarlierAwards.Select(earlier => earlier.Letters!.Number).SequenceEqual(Enumerable.Range(1, lot.EarlierAwards.Length)));
            Assert.True(lot.Award is null || Evidence() is { } evidence && evidence.Items.All(item => item.Judgement is { Accepted: true }));
        }

        private void Sign(ContractParty party)
        {
            var before = Settled();
            if (!Try(ContractDecisions.Sign(before, new SignContract(party, "somebody", _now))) || Lot == before)
            {
                return;
            }

            Assert.DoesNotContain(_complaints, complaint => Suspensions.Suspends(complaint, Lot.Letters!.SentAt));
            Assert.True(_now >= Lot.Letters!.StandstillEnds);
        }

        private void Rank() => Lot = Lot.Phase is LotPhase.Consolidated ? Lot with { Ranking = RankedLot.Ranking, Phase = LotPhase.Ranked } : Lot;

        private void Ask()
        {
            if (Lot.Proposal is { } proposal && !_evidence.ContainsKey(proposal.BidId)
                && EvidenceDecisions.Request(TheRound, Lot, new RequestEvidence([], ByOfficer, _now)) is Decision<WinnerEvidence>.Accepted { State: var asked })
            {
                _evidence[asked.BidId] = asked;
            }
        }

        private void Show(Func<WinnerEvidence, Decision<WinnerEvidence>> decide)
        {
            if (Evidence() is { } evidence && decide(evidence) is Decision<WinnerEvidence>.Accepted { State: var next })
            {
                _evidence[next.BidId] = next;
            }
        }

        private void Complain(Decision<Complaint> decision)
        {
            if (decision is Decision<Complaint>.Accepted { State: var complaint })
            {
                _complaints.Add(complaint);
            }
        }

        private void Answer(int choice, Func<Complaint, Decision<Complaint>> decide)
        {
            if (_complaints.Count > 0 && decide(_complaints[choice % _complaints.Count]) is Decision<Complaint>.Accepted { State: var next })
            {
                _complaints[choice % _complaints.Count] = next;
            }
        }

        private bool Try(Decision<Lot> decision)
        {
            Lot = decision is Decision<Lot>.Accepted { State: var next } ? next : Lot;
            return decision is Decision<Lot>.Accepted;
        }

        private Lot Settled() => Lot = Suspensions.Settle(Lot, _complaints).Accepted().State;

        private WinnerEvidence? Evidence() => Lot.Proposal is { } proposal ? _evidence.GetValueOrDefault(proposal.BidId) : null;

        private static Caller By(int choice) => new("kari", [Role.SupplierUser], SupplierId: ((string[])["alfa", "beta", "gamma"])[choice % 3]);
    }
}
