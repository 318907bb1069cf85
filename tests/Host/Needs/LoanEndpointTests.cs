namespace Samkjop.Tests.Host.Needs;

public sealed class LoanEndpointTests
{
    [Fact]
    public async Task What_became_of_a_loan_is_recorded_and_its_consequence_shown()
    {
        await using var round = await SpringRound.OpenAsync();
        var undecided = await ConditionalAsync(round);
        var granted = await ConditionalAsync(round);
        var refused = await ConditionalAsync(round);

        Assert.Equal("role-required", (await round.Reporter.PostAsync($"{granted}/loan-answer", new { granted = true, reason = "Vedtak 21/77" })).Problem);
        Assert.Equal("invalid-loan-answer", (await round.Officer.PostAsync($"{granted}/loan-answer", new { granted = true, reason = "" })).Problem);
        Assert.Equal("granted", (await round.Officer.PostAsync($"{granted}/loan-answer", new { granted = true, reason = "Vedtak 21/77" })).Json.GetProperty("loan").GetString());
        var no = await round.Officer.PostAsync($"{refused}/loan-answer", new { granted = false, reason = "Vedtak 21/78" });
        Assert.Contains("avslått", no.Json.GetProperty("message").GetProperty("no").GetString(), StringComparison.Ordinal);

        await round.App.AdvanceToAsync(SpringRound.LotsAreLocked);
        await AssertNeedAsync(undecided, "pinned", "undecided", isOption: true);
        await AssertNeedAsync(granted, "pinned", "granted", isOption: false);
        await AssertNeedAsync(refused, "deferred", "refused", isOption: false);
        var lot = Assert.Single((await round.Officer.GetAsync("rounds/2021-1/lots")).Json.GetProperty("items").EnumerateArray());
        Assert.Equal((6, 3), (lot.GetProperty("totalQuantity").GetInt32(), lot.GetProperty("optionQuantity").GetInt32()));
        Assert.Equal("need-not-in-round", (await round.Officer.PostAsync($"{refused}/loan-answer", new { granted = true, reason = "Vedtak 21/79" })).Problem);

        async Task AssertNeedAsync(string path, string state, string loan, bool isOption)
        {
            var need = (await round.Reporter.GetAsync(path)).Json;
            Assert.Equal((state, loan, isOption), (need.GetProperty("state").GetString(), need.GetProperty("loan").GetString(), need.GetProperty("isOption").GetBoolean()));
        }
    }

    [Fact]
    public async Task What_is_replaced_and_the_suggested_ceiling_are_kept_and_checked()
    {
        await using var round = await SpringRound.OpenAsync();
        var reported = await SpringRound.Created(round.Reporter.PostAsync("rounds/2021-1/needs", Need(2, age: 7, ceiling: 390_000)));
        var content = reported.Json.GetProperty("content");
        Assert.Equal(7, content.GetProperty("replaces").GetProperty("ageYears").GetInt32());
        Assert.Equal(390_000, content.GetProperty("suggestedPriceCeiling").GetDecimal());

        foreach (var (wrong, field) in new[] { (Need(4, 7, 1), "replaces.quantity"), (Need(1, 2014, 1), "replaces.ageYears"), (Need(1, 7, -1), "suggestedPriceCeiling") })
        {
            var answer = await round.Reporter.PostAsync("rounds/2021-1/needs", wrong);
            Assert.Equal("invalid-need", answer.Problem);
            Assert.True(answer.Json.GetProperty("errors").TryGetProperty(field, out _), answer.Text);
        }
    }

    private static object Need(int replaced, int age, decimal ceiling) => new
    {
        quantity = 3,
        vehicleClass = "smallVan",
        requirements = new { minimumRangeKm = 250 },
        deliverTo = "Karvesvingen 3, Oslo",
        suggestedPriceCeiling = ceiling,
        replaces = new { quantity = replaced, fuel = "diesel", ageYears = age },
    };

    private static async Task<string> ConditionalAsync(SpringRound round)
    {
        var id = await round.ApprovedNeedAsync(round.Reporter, round.BudgetHolder, new
        {
            quantity = 3,
            vehicleClass = "smallVan",
            requirements = new { minimumRangeKm = 250 },
            deliverTo = "Karvesvingen 3, Oslo",
            subjectToLoan = true,
        });
        return $"rounds/2021-1/needs/{id}";
    }
}
