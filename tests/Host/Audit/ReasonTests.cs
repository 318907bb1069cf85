using Samkjop.People;
using Samkjop.Tests.Host.Awards;

namespace Samkjop.Tests.Host.Audit;

/// <summary>Who, when and why: what a request gives as its reason stands beside what was decided.</summary>
public sealed class ReasonTests
{
    [Fact]
    public async Task The_log_tells_why_and_keeps_out_what_may_be_personal()
    {
        await using var round = await AwardingRound.StartAsync();
        await round.App.As("evaluator", Role.Evaluator).PostAsync(
            $"rounds/{AwardingRound.Id}/impartiality-declarations", new { impartial = false, reason = "Min svoger selger biler." });
        await round.AwardAsync();

        var log = (await round.Auditor.GetAsync($"rounds/{AwardingRound.Id}/audit?pageSize=200")).Json.GetProperty("items").EnumerateArray()
            .Select(line => (Event: line.GetProperty("event").GetProperty("event").GetString(), Why: line.TryGetProperty("why", out var why) ? why.GetString() : null)).ToList();

        Assert.Contains(("AwardProposed", "Best totalt."), log);
        Assert.Contains(("AwardDecided", "Enig."), log);
        Assert.Contains(("ImpartialityDeclared", null), log);
        Assert.Contains(("AwardLettersSent", null), log);
        Assert.True((await round.Auditor.GetAsync($"rounds/{AwardingRound.Id}/audit-verification")).Json.GetProperty("isWhole").GetBoolean());
    }
}
