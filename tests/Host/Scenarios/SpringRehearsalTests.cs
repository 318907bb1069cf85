namespace Samkjop.Tests.Host.Scenarios;

/// <summary>What a procurement officer reads, and that a killed rehearsal tells and does the same.</summary>
public sealed class SpringRehearsalTests(SpringRehearsal spring) : IClassFixture<SpringRehearsal>
{
    [Theory]
    [InlineData("Monday 29 March 2021 00:00 Samkjop opens needs collection", "needs collection opens by itself when its day begins in Oslo")]
    [InlineData("\"Tesla\"", "a make in a need is refused")]
    [InlineData("Row 4, column \"Antall\": \"to\" must be a whole number", "a spreadsheet's faults are told by row and column")]
    [InlineData("working days before the deadline", "agencies are reminded before the needs deadline")]
    [InlineData("approve 17 needs", "the budget holders approve")]
    [InlineData("after the deadline", "a late need is taken while the deadline is soft")]
    [InlineData("leaves a need of Innkrevingsetaten, which is not approved, to round 2021-2", "a need that nobody approved waits for the next round")]
    [InlineData("locks 8 lots: 25 needs, 92 vehicles", "lots come of the needs")]
    [InlineData("The earliest legal closing is Wednesday 19 May 2021", "a bid window over 17 May is too short")]
    [InlineData("releases the invitation to 10 suppliers", "all who are admitted are invited")]
    [InlineData("403 bids-sealed", "nobody reads a bid before the opening")]
    [InlineData("Too large: 10500000 bytes", "an oversized upload gets a receipt")]
    [InlineData("Too late: the store took the document", "a late bid gets a receipt")]
    [InlineData("approves the opening (2 of 2)", "two people open")]
    [InlineData("Zero emission: offered plug-in hybrid", "plug-in hybrids fail")]
    [InlineData("ends lot 3 without award", "a lot without an admissible bid ends")]
    [InlineData("standstill until Friday 11 June 2021 at 24:00", "the standstill follows the legal calendar")]
    [InlineData("publishes the answer to question 1 to all who are invited. It comes late; an extension until Tuesday 25 May 2021 at 12:00 (Norwegian time) is proposed", "a late answer proposes an extension")]
    [InlineData("moves the closing to Tuesday 25 May 2021 at 12:00 (Norwegian time), for all", "the window is extended for all")]
    [InlineData("33 % below what it is compared with", "an abnormally low price is asked about")]
    [InlineData("accepts the explanation of Kvistad Bilhus AS", "and decided on before the award")]
    [InlineData("[2021-3] releases the invitation to 7 suppliers", "a round over 3500 kg runs beside the other")]
    [InlineData("[2021-3] ranks lot 1: 1. Bergvang Nyttekjøretøy AS, 2. Dalheim Tungbil AS", "equal totals are decided by the stated tie-break")]
    [InlineData("withdraws Bergvang Nyttekjøretøy AS from lot 1; Dalheim Tungbil AS is next", "a winner that withdraws leaves the lot to the next in rank")]
    [InlineData("[2021-3] awards lot 1 to Dalheim Tungbil AS", "the next in rank is awarded the lot by a new decision")]
    [InlineData("[2021-3] holds back the contract of lot 2", "a complaint to the buyer suspends the contract")]
    [InlineData("409 lot-suspended", "nobody signs while a complaint suspends the contract")]
    [InlineData("[2021-3] dismisses the complaint about the award of lot 2", "the complaint is decided with its reasons")]
    [InlineData("409 standstill-runs", "nobody signs during the standstill")]
    [InlineData("401 webhook-signature-wrong", "a message that was changed is refused")]
    [InlineData("401 webhook-expired", "an old message is refused")]
    [InlineData("overdue", "late suppliers are reminded")]
    [InlineData("closes the round and keeps its award protocol", "the round closes when every order has ended")]
    public void The_timeline_tells_that(string text, string what) => Assert.True(Unwrapped(spring.Output).Contains(text, StringComparison.Ordinal), what);

    [Fact]
    public void It_ends_with_lots_rankings_rejections_orders_and_the_protocol()
    {
        string[] tables = ["Lots and awards\n", "Ranking (", "Rejected before scoring\n", "Orders and deliveries\n"];
        string[] rounds = ["2021-1", "2021-3"];
        string[] headings = [.. rounds.SelectMany(round => tables.Select(table => $"\n{round}: {table}")), .. rounds.Select(round => $"\nThe award protocol of round {round} lies in the rehearsal's folder, at blobs/records/")];

        var places = headings.Select(heading => spring.Output.IndexOf(heading, StringComparison.Ordinal)).ToList();

        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
        var protocols = spring.Output.Split('\n').Where(line => line.StartsWith("The award protocol", StringComparison.Ordinal)).Select(line => line.Split(" at ")[1]).ToList();
        Assert.Equal(rounds.Length, protocols.Count);
        Assert.All(protocols, protocol => Assert.StartsWith("<!DOCTYPE html>", File.ReadAllText(Path.Combine(spring.Data, protocol)), StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void No_plug_in_hybrid_is_ranked()
    {
        var ranking = spring.Output[spring.Output.IndexOf("\n2021-1: Ranking (", StringComparison.Ordinal)..spring.Output.IndexOf("\n2021-1: Rejected before", StringComparison.Ordinal)];

        Assert.DoesNotContain("PHEV", ranking, StringComparison.Ordinal);
        Assert.DoesNotContain("GTE", ranking, StringComparison.Ordinal);
        Assert.Contains("Volkswagen ID.3 58 kWh", ranking, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_of_this_machine_is_told()
    {
        Assert.DoesNotContain(Path.GetTempPath(), spring.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("127.0.0.1", spring.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(TimeProvider.System.GetUtcNow().Year.ToString(), spring.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Killed_at_random_points_and_resumed_it_tells_and_keeps_the_same()
    {
        var (seeds, kills) = Environment.GetEnvironmentVariable("SAMKJOP_LONG") == "1" ? (12, 10) : (1, 3);
        for (var seed = 1; seed <= seeds; seed++)
        {
            var data = spring.Another($"killed-{seed}");

            var run = await KilledRehearsal.RunAsync(SpringRehearsal.File, data, new Random(seed), kills, lines: spring.Output.Count(c => c == '\n'));

            Assert.True(run.ExitCode == 0, $"seed {seed}: {run.Errors}");
            Assert.True(spring.Output == run.Output, $"seed {seed}: after {kills} kills the story differs: {FirstDifference(spring.Output, run.Output)}");
            Assert.Equal(CanonicalState.Of(spring.Data), CanonicalState.Of(data));
        }
    }

    private static string Unwrapped(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string FirstDifference(string expected, string actual)
    {
        var pair = expected.Split('\n').Zip(actual.Split('\n')).FirstOrDefault(lines => lines.First != lines.Second);
        return $"'{pair.First}' became '{pair.Second}'";
    }
}
