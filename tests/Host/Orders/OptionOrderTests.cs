using NodaTime;
using Samkjop.Embedded.DurableTask;
using Samkjop.Embedded.Functions;
using Samkjop.People;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Consolidation;
using Samkjop.Tests.Host.Awards;
using static Samkjop.Tests.Host.Awards.AwardingRound;

namespace Samkjop.Tests.Host.Orders;

/// <summary>Lot 2 has an option of uke's for one vehicle, whose loan is undecided when the orders are placed.</summary>
public sealed class OptionOrderTests
{
    private const string OrderId = "order-lot-2-uke-need-loan";

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task A_loan_granted_after_the_orders_becomes_an_order_of_its_own_that_the_round_waits_for(int hostileSeed)
    {
        var hostile = hostileSeed > 0;
        await using var round = await StartAsync(
            hostile ? new DurableEngineOptions { ReplayEveryTurn = true, Hostile = new HostileMode { Seed = hostileSeed } } : null,
            hostile ? new HostileTriggers { DropEveryFeedBatch = 3, RepeatEveryMessage = 2 } : null, standstill: false);
        await AddOptionAsync(round);
        await round.OrderAsync();
        await round.App.AdvanceToAsync(new LocalDateTime(2021, 5, 14, 9, 0));
        Assert.Null(await round.App.Store.FindAsync<Order>(Id, OrderId));

        await DeliverAsync(round, "order-lot-2-bym", "bym");
        await round.App.AdvanceToAsync(new LocalDateTime(2021, 5, 15, 9, 0));
        Assert.Equal(LotPhase.Ended, (await round.DocumentAsync<Lot>("lot-2")).Phase);

        var answered = await round.Officer.PostAsync($"rounds/{Id}/needs/need-loan/loan-answer", new { granted = true, reason = "Byrådssak 1051/21." });
        Assert.Equal(200, answered.Code);
        var option = (await round.App.Store.FindAsync<Order>(Id, OrderId))!.Document;
        Assert.Equal(("uke", 1, "beta", new LocalDate(2021, 5, 22)), (option.AgencyId, option.Quantity, option.SupplierId, option.DeliverBy));
        Assert.Equal(LotPhase.Delivering, (await round.DocumentAsync<Lot>("lot-2")).Phase);
        Assert.NotNull(await round.App.Store.FindAsync<OutboundMessage>(Id, $"placed-{OrderId}"));
        Assert.NotNull(await round.App.Store.FindAsync<OutboundMessage>(Id, $"option-{OrderId}"));

        var refusal = await round.Officer.PostAsync($"rounds/{Id}/needs/need-loan/loan-answer", new { granted = false, reason = "Omgjort." });
        Assert.Equal("option-ordered", refusal.Problem);

        await DeliverAsync(round, "order-lot-1-bym", "bym");
        await DeliverAsync(round, "order-lot-1-uke", "uke");
        await round.App.AdvanceToAsync(new LocalDateTime(2021, 5, 24, 9, 0));
        Assert.Equal(RoundPhase.Delivering, (await round.DocumentAsync<Round>("round")).Phase);
        Assert.Single((await round.DocumentAsync<Order>(OrderId)).Reminders);

        await DeliverAsync(round, OrderId, "uke");
        await round.App.AdvanceToAsync(new LocalDateTime(2021, 5, 26, 9, 0));
        Assert.Equal(RoundPhase.Closed, (await round.DocumentAsync<Round>("round")).Phase);
    }

    private static async Task DeliverAsync(AwardingRound round, string orderId, string agency)
    {
        Assert.Equal(200, (await round.Supplier("beta").PostAsync($"rounds/{Id}/orders/{orderId}/entries", new { kind = "delivered" })).Code);
        Assert.Equal(200, (await round.Agency(agency).PostAsync($"rounds/{Id}/orders/{orderId}/acceptance", new { accepted = true })).Code);
    }

    private static async Task AddOptionAsync(AwardingRound round)
    {
        var lot = (await round.App.Store.FindAsync<Lot>(Id, "lot-2"))!;
        var line = new ConsolidatedLine("need-loan", 1, "uke", 1, VehicleRequirements.None, null, 600_000, null, IsOption: true);
        await round.App.Store.ReplaceAsync(
            lot.Document with { Content = lot.Document.Content with { Lines = [.. lot.Document.Content.Lines, line], TotalQuantity = 3, OptionQuantity = 1 } }, lot.ETag);
        await round.App.Store.CreateAsync(new PurchasingSystem(
            "dps-3500", new Text("Kjøretøy opp til 3500 kg", "Vehicles up to 3500 kg"), [VehicleClass.SmallVan], ZeroEmissionRequired: true));
        await round.App.Store.CreateAsync(new Need
        {
            RoundId = Id,
            NeedId = "need-loan",
            AgencyId = "uke",
            Content = new NeedContent(1, VehicleClass.SmallVan, VehicleRequirements.None, null, "Oslo", null, SubjectToLoan: true),
            Version = 1,
            State = NeedState.Pinned,
            LotId = "lot-2",
            IsOption = true,
            ReportedAt = Instant.FromUtc(2021, 4, 15, 8, 0),
            ReportedBy = "receiver-uke",
        });
    }
}
