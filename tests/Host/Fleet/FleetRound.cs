using System.Net.Http.Headers;
using System.Text;
using Samkjop.Functions.Sheets;
using Samkjop.Purchasing;
using Samkjop.Tests.Host.Awards;
using NodaTime;

namespace Samkjop.Tests.Host.Fleet;

/// <summary>A round whose orders are out: bym buys two small vans in each of two lots and replaces three old diesel ones, uke buys two and replaces none.</summary>
internal sealed class FleetRound(AwardingRound round) : IAsyncDisposable
{
    public const string Sheet = "klasse;drivstoff;antall;alder\nliten varebil;diesel;7;8\nliten varebil;elektrisk;17;2\ntung lastebil;diesel;4;11\n";

    public AwardingRound Round => round;

    public TestCaller Agency(string agencyId) => round.Agency(agencyId);

    public static async Task<FleetRound> StartAsync()
    {
        var round = await AwardingRound.StartWithOrdersAsync();
        await round.App.Store.CreateAsync(new PurchasingSystem(
            "dps-3500", new Text("Kjøretøy opp til 3500 kg", "Vehicles up to 3500 kg"), [VehicleClass.SmallVan, VehicleClass.LargeVan], ZeroEmissionRequired: true));
        await round.App.Store.CreateAsync(Need("need-bym-1", "bym", "lot-1", replaces: 2));
        await round.App.Store.CreateAsync(Need("need-bym-2", "bym", "lot-2", replaces: 1));
        await round.App.Store.CreateAsync(Need("need-uke-1", "uke", "lot-1", replaces: 0));
        return new FleetRound(round);
    }

    public static HttpContent Csv(string text)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        content.Headers.ContentType = new MediaTypeHeaderValue(SheetBody.Csv);
        return content;
    }

    public Task<Answer> ImportAsync(string agencyId = "bym", string sheet = Sheet, string date = "2021-02-01", string? ifMatch = null) =>
        Agency(agencyId).PutAsync($"agencies/{agencyId}/fleet-baselines/{date}", Csv(sheet), ifMatch);

    /// <summary>The supplier delivers a lot to an agency, which accepts it.</summary>
    public async Task DeliverAsync(string agencyId, string lotId)
    {
        var order = $"rounds/{AwardingRound.Id}/orders/order-{lotId}-{agencyId}";
        Assert.InRange((await round.Supplier("beta").PostAsync($"{order}/entries", new { kind = "delivered" })).Code, 200, 299);
        Assert.Equal(200, (await Agency(agencyId).PostAsync($"{order}/acceptance", new { accepted = true })).Code);
        await round.App.SettleAsync();
    }

    public Task<Answer> DisposeOfAsync(string needId, int quantity = 1, string agencyId = "bym", string disposedOn = "2021-05-12", string? key = null) =>
        Agency(agencyId).PostAsync($"rounds/{AwardingRound.Id}/needs/{needId}/disposals", new { quantity, disposedOn, manner = "sold", evidence = "Kjøpekontrakt 17" }, key);

    public ValueTask DisposeAsync() => round.DisposeAsync();

    private static Need Need(string needId, string agencyId, string lotId, int replaces) => new()
    {
        RoundId = AwardingRound.Id,
        NeedId = needId,
        AgencyId = agencyId,
        Content = new NeedContent(
            2, VehicleClass.SmallVan, VehicleRequirements.None, null, "Oslo", null, Replaces: replaces == 0 ? null : new ReplacedVehicles(replaces, Drivetrain.Diesel, 8)),
        Version = 1,
        State = NeedState.Pinned,
        ReportedAt = Instant.FromUtc(2021, 4, 12, 8, 0),
        ReportedBy = "kari",
        LotId = lotId,
    };
}
