using Samkjop.Tests.Host.CommandLine;

namespace Samkjop.Tests.Host.Scenarios;

/// <summary>The scenarios of paths that a round seldom takes, each rehearsed by the real process. A row per scenario, with what it must tell.</summary>
public sealed class RarePathTests
{
    public static TheoryData<string, string[]> Paths => new()
    {
        {
            "own-call-off",
            [
                "403 not-a-joint-officer", "offers to plan it for them, but has not been asked → refused, 403 not-of-agency",
                "finds nothing of it; it is another agency's → refused, 404 not-found", "locks 1 lot: 1 need, 4 vehicles",
                "is named, but the agency has asked for help with the opening only → refused, 403 not-of-agency", "releases the invitation to 3 suppliers",
                "Marit Østby, UKE approves the opening (2 of 2)", "ranks lot 1: 1. Fossefall Bil AS, 2. Ekelunden Elbil AS",
                "wants to decide the day before he stands in for Gro → refused, 403 not-named-for-round", "Helge Iversen, Bymiljøetaten, BYM awards lot 1 to Fossefall Bil AS",
                "orders 4 vehicles of lot 1 from Fossefall Bil AS for Bymiljøetaten", "closes the round and keeps its award protocol",
            ]
        },
    };

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
