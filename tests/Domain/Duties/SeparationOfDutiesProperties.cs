using CsCheck;
using Samkjop.Decisions;
using Samkjop.People;
using Samkjop.Purchasing;

namespace Samkjop.Tests.Domain.Duties;

public sealed class SeparationOfDutiesProperties
{
    private static readonly Gen<Step> Steps = Gen.Select(
        Gen.Int[0, 8], Gen.Int[0, 20], Gen.Int[0, 20], Gen.Int[0, 4], Gen.Int[0, 30], Gen.Int[0, 3], (kind, who, whom, where, hours, fit) => new Step(kind, who, whom, where, hours, fit > 0));

    [Fact]
    public void No_sequence_of_commands_by_people_with_every_role_and_their_deputies_breaks_the_separation_of_duties()
    {
        var (opened, awarded) = (0, 0);
        Steps.Array[150].Sample(
            steps =>
            {
                var round = new PlayedRound(people: 7);
                foreach (var step in steps)
                {
                    round.Take(step);
                }

                Interlocked.Add(ref opened, round.IsOpened ? 1 : 0);
                Interlocked.Add(ref awarded, round.Decider is null ? 0 : 1);
                Assert.True(round.Faults.Count == 0, string.Join("; ", round.Faults));
            },
            iter: 600);

        Assert.True(opened > 100 && awarded > 20, $"The rounds did not get far enough to show anything: {opened} opened, {awarded} awarded.");
    }

    [Fact]
    public void No_sequence_of_commands_by_one_person_opens_or_awards() => Steps.Array[100].Sample(
        steps =>
        {
            var round = new PlayedRound(people: 1);
            foreach (var step in steps)
            {
                round.Take(step with { Fitting = false });
            }

            Assert.True(!round.IsOpened && round.Decider is null && round.Faults.Count == 0);
        },
        iter: 300);

    [Fact]
    public void Nobody_approves_a_version_of_a_need_that_it_wrote() => Gen.Select(Gen.Int[0, 3], Gen.Int[0, 2], Gen.Int[1, 9]).Array[30].Sample(
        steps =>
        {
            Need? need = null;
            string? writer = null;
            foreach (var (kind, who, quantity) in steps)
            {
                var by = new Caller($"p{who}", [.. Role.All], AgencyId: "bym");
                var content = GivenRound.Content with { Quantity = quantity };
                Decision<Need> decision = (need, kind) switch
                {
                    (null, _) => NeedDecisions.Report(GivenRound.Collecting, new ReportNeed("need-1", content, by, GivenRound.WhileNeedsAreTaken)),
                    ({ } n, 0 or 1) => NeedDecisions.Edit(GivenRound.Collecting, n, new EditNeed(content, by, GivenRound.WhileNeedsAreTaken)),
                    ({ } n, _) => NeedDecisions.Approve(GivenRound.Collecting, n, new ApproveNeed(n.Version, 400_000, by, GivenRound.WhileNeedsAreTaken)),
                };
                if (decision is not Decision<Need>.Accepted accepted)
                {
                    continue;
                }

                writer = accepted.State.Version == need?.Version ? writer : by.Subject;
                need = accepted.State;
                Assert.NotEqual(writer, need.Approval?.By);
            }
        },
        iter: 500);
}
