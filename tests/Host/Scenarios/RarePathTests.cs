using Samkjop.Tests.Host.CommandLine;

namespace Samkjop.Tests.Host.Scenarios;

/// <summary>The scenarios of paths that a round seldom takes, each rehearsed by the real process. A row per scenario, with what it must tell.</summary>
public sealed class RarePathTests
{
    public static TheoryData<string, string[]> Paths => new()
    {
        {
            "cancellation",
            [
                "publishes the answer to question 1 to all who are invited", "moves the closing to Wednesday 26 May 2021 at 12:00 (Norwegian time), for all: Several have asked for more time.",
                "cancels the round: The city council has withdrawn the funds.", "closes the cancelled round; all have been told", "Gunnar Tveit, Granholt Motor AS reads why",
                "can read in public what became of it: The city council has withdrawn the funds.", "would open the bid; it stays sealed → refused, 409 round-cancelled",
            ]
        },
        {
            "no-needs",
            [
                "which is not approved, to round 2021-2", "closes the round without a purchase: no approved need was ready, and every agency is told", "never hears of it",
                "can read in public that the round ended without a purchase",
            ]
        },
        {
            "easter-deadline",
            [
                "The earliest legal closing is Wednesday 7 April 2021", "bids are taken until Tuesday 6 April 2021 at 24:00 (Norwegian time)",
                "declines the shorter time for Granholt Motor AS; the closing stands", "moves the closing forward to Wednesday 31 March 2021 at 12:00 (Norwegian time), since all have consented",
                "fixes the closing manifest", "finds the window closed at the agreed time",
            ]
        },
        {
            "no-bids",
            [
                "looks what an invitation would release: 1 document. The round has no contract.", "corrects the specification, now version 2, and tells all invited: It did not say how range is measured.",
                "reads the correction beside what was released (2 versions)", "would decide before declaring impartiality → refused, 403 impartiality-required",
                "which got no valid bid: Nobody delivers such large vans", "which got no valid bid, be tried again in round 2021-3: Models with a longer range come in August.",
                "the agencies have been told → refused, 409 lot-outcome-decided", "closes the round and keeps its award protocol", "takes over a need of Bymiljøetaten from round 2021-2 as a draft",
                "would approve the draft before it is confirmed → refused, 409 need-not-confirmed", "confirms a draft of Bymiljøetaten",
            ]
        },
        {
            "outage-at-closing",
            [
                "comes five minutes after the portal is back → refused, 409 bid-window-closed", "without saying that there was an outage → refused, 409 bid-window-closed",
                "reads that the window is open again for all", "asks Fossefall Bil AS in writing about its bid for lot 1",
                "corrects an obvious error in the bid of Fossefall Bil AS for lot 1: price per vehicle (nok)", "wants to fix the ranking → refused, 409 membership-undecided",
                "rejects the bid of Nordalslia Næringsbil AS, no longer admitted at closing", "ranks lot 1: 1. Fossefall Bil AS, 2. Ekelunden Elbil AS",
            ]
        },
        {
            "own-call-off",
            [
                "403 not-a-joint-officer", "offers to plan it for them, but has not been asked → refused, 403 not-of-agency",
                "finds nothing of it; it is another agency's → refused, 404 not-found", "locks 1 lot: 1 need, 4 vehicles",
                "is named, but the agency has asked for help with the opening only → refused, 403 not-of-agency", "releases the invitation to 3 suppliers",
                "Marit Østby, UKE approves the opening (2 of 2)", "ranks lot 1: 1. Fossefall Bil AS, 2. Ekelunden Elbil AS",
                "would rather do without Frode's points → refused, 409 points-stand", "sets aside the points for Ekelunden Elbil AS",
                "wants to decide the day before he stands in for Gro → refused, 403 not-named-for-round", "Helge Iversen, Bymiljøetaten, BYM awards lot 1 to Fossefall Bil AS",
                "orders 4 vehicles of lot 1 from Fossefall Bil AS for Bymiljøetaten", "closes the round and keeps its award protocol",
            ]
        },
        {
            "troubled-deliveries",
            [
                "cancels Bymiljøetaten's order in lot 1: 2 vehicles released",
                "decides about Klimaetaten's order in lot 1: the delay is not agreed to",
                "decides about Klimaetaten's order in lot 1: damages of NOK 120 000.00 are claimed",
                "terminates Klimaetaten's order in lot 1 (damages cap reached): 2 vehicles released",
                "decides about Helseetaten's order in lot 1: damages of NOK 10 500.00 are claimed",
                "decides about Utviklings- og kompetanseetaten's order in lot 1: damages are waived",
                "records that the award notice 2021-q3 was published on Tuesday 26 October 2021", "closes the round and keeps its award protocol",
            ]
        },
        {
            "upheld-complaint",
            [
                "409 evidence-missing", "hands in a complaint of Ekelunden Elbil AS about the award of lot 1; the contract waits", "is told nothing of it → refused, 404",
                "wants to sign when the standstill has ended → refused, 409 lot-suspended", "upholds the complaint",
                "cannot annul; that takes the decider → refused, 403", "annuls the award of lot 1 to Fossefall Bil AS; its bids are evaluated again",
                "ranks lot 1: 1. Ekelunden Elbil AS, 2. Fossefall Bil AS", "That award was annulled: Evalueringen av egnethet", "still has the first letter",
                "409 standstill-runs", "orders 3 vehicles of lot 1 from Ekelunden Elbil AS for Bymiljøetaten", "closes the round and keeps its award protocol",
            ]
        },
        {
            "court-stop",
            [
                "has complained to KOFA about the award of lot 1 Thursday", "has gone to court about the award of lot 1; the contract waits", "409 lot-suspended",
                "cannot lift what a court has to decide → refused, 409 court-stop", "looks five weeks later; the lot still waits",
                "records that the court stops nothing about the award of lot 1", "orders 3 vehicles of lot 1 from Fossefall Bil AS for Bymiljøetaten",
                "closes the round and keeps its award protocol",
            ]
        },
        {
            "winner-withdraws",
            [
                "withdraws Fossefall Bil AS from lot 1; Ekelunden Elbil AS is next in rank", "409 bid-set-aside", "422 bid-not-first", "409 tax-certificate-too-old",
                "awards lot 1 to Ekelunden Elbil AS", "The supplier chosen then is no longer in, and the next in rank is chosen.",
                "wants to sign by the first standstill; the new one runs → refused, 409 standstill-runs", "reminds that the contract of lot 1 is not signed by the supplier",
                "has second thoughts, but both have signed → refused, 409 contract-binds", "orders 2 vehicles of lot 1 from Ekelunden Elbil AS",
                "closes the round and keeps its award protocol",
            ]
        },
    };

    [Fact]
    public void Every_scenario_without_tests_of_its_own_is_one_of_these() => Assert.Equal(
        Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "scenarios"), "*.yaml").Select(Path.GetFileNameWithoutExtension)
            .Where(name => name is not ("spring-2021" or "access-request")).Order(StringComparer.Ordinal),
        Paths.Select(path => path.Data.Item1).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task The_scenario_is_played_to_its_end_and_tells(string scenario, string[] texts)
    {
        var folder = Directory.CreateTempSubdirectory("samkjop-rare-");
        try
        {
            var run = await SamkjopProcess.RunAsync(
                "rehearse", Path.Combine(AppContext.BaseDirectory, "scenarios", $"{scenario}.yaml"), "--data", Path.Combine(folder.FullName, scenario));

            Assert.True(run.ExitCode == 0, run.Output + run.Errors);
            var told = string.Join(' ', run.Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            Assert.All(texts, text => Assert.Contains(text, told, StringComparison.Ordinal));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
