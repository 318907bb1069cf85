using CsCheck;
using NodaTime;
using Samkjop.Calendar;
using Samkjop.Purchasing;
using Samkjop.Rules;
using Samkjop.Tests.Domain.Bids;

namespace Samkjop.Tests.Domain.Questions;

public sealed class ExtensionProposalProperties
{
    private static readonly Instant Start = Instant.FromUtc(2021, 1, 4, 8, 0);

    [Fact]
    public void Whoever_follows_the_proposal_has_six_days_and_is_proposed_nothing_more_and_a_working_day_less_would_not_do() =>
        Gen.Select(Gen.Int[11, 1800], Gen.Int[0, 23], Gen.Double[0, 1]).Sample((days, hour, share) =>
        {
            var release = Start + Duration.FromDays(days - 11);
            if (OsloTime.ToInstant(OsloTime.DateOf(release).PlusDays(12) + new LocalTime(hour, 0)).InstantOrNull is not { } closes)
            {
                return;
            }

            var round = ClosingAt(Competition.Bidding, release, closes);
            var change = release + ((closes - release) * share);
            if (ExtensionProposals.After(round, change, RuleTable.Norwegian) is not { } proposal)
            {
                return;
            }

            Assert.True(proposal.Closes > change);
            Assert.True(LegalCalendar.Norwegian.IsWorkingDay(OsloTime.DateOf(proposal.Closes)));
            Assert.Null(ExtensionProposals.After(ClosingAt(round, release, proposal.Closes), change, RuleTable.Norwegian));
            Assert.True(proposal.Closes - change >= Duration.FromDays(6));
            var dayBefore = LegalCalendar.Norwegian.PreviousWorkingDay(OsloTime.DateOf(proposal.Closes)) + OsloTime.ToLocal(closes).TimeOfDay;
            if (OsloTime.ToInstant(dayBefore).InstantOrNull is { } sooner && sooner > change)
            {
                Assert.NotNull(ExtensionProposals.After(ClosingAt(round, release, sooner), change, RuleTable.Norwegian));
            }
        });

    private static Round ClosingAt(Round round, Instant release, Instant closes) => round with
    {
        Invitation = round.Invitation! with { ReleasedAt = release, Window = new BidWindow(release, closes) },
    };
}
