using NodaTime;
using Samkjop.Embedded.DurableTask;
using Samkjop.Embedded.Functions;
using Samkjop.People;

namespace Samkjop.Tests.Host.Rounds;

/// <summary>
/// Two rounds at once under both purchasing systems: 2021-1 for vehicles up to 3500 kg, needs by 30 April 16:00; 2021-2 for those above, needs by
/// 7 May 12:00. bilco is admitted to the first system, tungbil to the second.
/// </summary>
internal static class TwoSystems
{
    public const string Heavy = "dps-over-3500";

    public static async Task<SpringRound> OpenAsync(DurableEngineOptions? engine = null, HostileTriggers? hostile = null)
    {
        var rounds = await SpringRound.PlannedAsync(engine: engine, hostile: hostile);
        await SpringRound.Created(rounds.Officer.PutAsync($"purchasing-systems/{Heavy}", new
        {
            name = new { no = "Kjøretøy over 3500 kg", en = "Vehicles above 3500 kg" },
            vehicleClasses = new[] { "lightTruck", "heavyTruck" },
            zeroEmissionRequired = true,
        }));
        await SpringRound.Created(rounds.Qualification.PutAsync("suppliers/tungbil", new { name = "tungbil", organisationNumber = "984661185" }));
        Assert.Equal(200, (await rounds.Qualification.PutAsync($"suppliers/tungbil/admissions/{Heavy}", new { })).Code);
        await SpringRound.Created(rounds.Officer.PutAsync("plans/2021-2", SpringRound.Plan("2021-05-07T12:00:00", system: Heavy)));
        await rounds.App.AdvanceToAsync(SpringRound.NeedsAreTaken);
        return rounds;
    }

    public static TestCaller HeavySupplier(this SpringRound rounds) => rounds.App.As("user-tungbil", Role.SupplierUser, supplier: "tungbil");

    public static async Task<string> NeedAsync(this SpringRound rounds, string roundId, string vehicleClass, int quantity = 2)
    {
        var reported = await SpringRound.Created(rounds.Reporter.PostAsync($"rounds/{roundId}/needs", SpringRound.Need(quantity, vehicleClass)));
        var id = reported.Json.GetProperty("needId").GetString()!;
        Assert.Equal(200, (await rounds.BudgetHolder.PostAsync($"rounds/{roundId}/needs/{id}/approval", new { version = 1, priceCeiling = 4_000_000 })).Code);
        return id;
    }

    /// <summary>Writes the document and releases the invitation of a round whose lots are locked.</summary>
    public static async Task InviteAsync(this SpringRound rounds, string roundId, string closesOn)
    {
        var etag = (await rounds.Officer.GetAsync($"rounds/{roundId}")).ETag;
        Assert.Equal(200, (await rounds.Officer.PutAsync($"rounds/{roundId}/procurement-document", SpringRound.Document(), etag)).Code);
        await SpringRound.Created(rounds.Officer.PostAsync($"rounds/{roundId}/invitation", new { closesOn }));
        await rounds.App.SettleAsync();
    }

    public static async Task<string> PhaseAsync(this SpringRound rounds, string roundId) =>
        (await rounds.Officer.GetAsync($"rounds/{roundId}")).Json.GetProperty("phase").GetString()!;

    public static async Task<List<string?>> IdsAsync(this TestCaller caller, string path, string id) =>
        [.. (await caller.GetAsync(path)).Json.GetProperty("items").EnumerateArray().Select(i => i.GetProperty(id).GetString())];
}
