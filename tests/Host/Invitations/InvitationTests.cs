using Samkjop.Ports;
using Samkjop.Purchasing;

namespace Samkjop.Tests.Host.Invitations;

public sealed class InvitationTests
{
    [Fact]
    public async Task The_invitation_reaches_every_admitted_supplier_and_freezes_the_criteria()
    {
        await using var round = await SpringRound.ReadyAsync();
        Assert.Equal(404, (await round.Supplier("bilco").GetAsync("rounds/2021-1/invitation")).Code);

        var released = await SpringRound.Created(round.Officer.PostAsync("rounds/2021-1/invitation", new { closesOn = "2021-05-18" }));
        await round.App.SettleAsync();

        Assert.Equal(["bilco", "volt"], released.Json.GetProperty("invitedSupplierIds").EnumerateArray().Select(id => id.GetString()));
        Assert.Equal("2021-05-18T10:00:00Z", released.Json.GetProperty("window").GetProperty("closes").GetProperty("at").GetString());
        Assert.Equal("bidding", await round.PhaseAsync());
        foreach (var supplier in new[] { "bilco", "volt" })
        {
            var message = (await round.Supplier(supplier).GetAsync("rounds/2021-1/messages")).Json.GetProperty("items").EnumerateArray().Single();
            Assert.Equal($"invitation-{supplier}", message.GetProperty("messageId").GetString());
            var read = (await round.Supplier(supplier).GetAsync("rounds/2021-1/invitation")).Json;
            Assert.False(read.TryGetProperty("invitedSupplierIds", out _));
            Assert.True(read.GetProperty("document").GetProperty("frozen").GetBoolean());
        }

        Assert.Equal(404, (await round.Supplier("utenfor").GetAsync("rounds/2021-1/invitation")).Code);
        Assert.Equal(404, (await round.Supplier("utenfor").GetAsync("rounds/2021-1")).Code);
        Assert.Equal(404, (await round.Supplier("utenfor").GetAsync("rounds/2021-1/messages")).Code);
        Assert.Equal(3, (await round.Officer.GetAsync("rounds/2021-1/messages")).Json.GetProperty("items").GetArrayLength());
        Assert.Empty((await round.Supplier("utenfor").GetAsync("rounds")).Json.GetProperty("items").EnumerateArray());

        var etag = (await round.Officer.GetAsync("rounds/2021-1")).ETag;
        Assert.Equal("document-frozen", (await round.Officer.PutAsync("rounds/2021-1/procurement-document", SpringRound.Document(50, 50), etag)).Problem);
        Assert.Equal("invitation-released", (await round.Officer.PostAsync("rounds/2021-1/invitation", new { closesOn = "2021-05-20" })).Problem);
    }

    [Fact]
    public async Task Invited_suppliers_read_lots_without_ceilings_and_the_round_without_its_people()
    {
        await using var round = await SpringRound.ReadyAsync();
        await SpringRound.Created(round.Officer.PostAsync("rounds/2021-1/invitation", new { closesOn = "2021-05-18" }));
        var supplier = round.Supplier("bilco");

        var lines = (await supplier.GetAsync("rounds/2021-1/lots")).Json.GetProperty("items").EnumerateArray().SelectMany(lot => lot.GetProperty("lines").EnumerateArray());
        Assert.All(lines, line => Assert.False(line.TryGetProperty("priceCeiling", out _)));
        Assert.Equal("lot-1", (await supplier.GetAsync("rounds/2021-1/lots/lot-1")).Json.GetProperty("lotId").GetString());
        Assert.Equal(404, (await supplier.GetAsync("rounds/2021-1/lots/lot-99")).Code);

        var seen = (await supplier.GetAsync("rounds/2021-1")).Json;
        Assert.All(new[] { "people", "settings", "needs", "invitedSupplierIds" }, member => Assert.False(seen.TryGetProperty(member, out _), member));
        Assert.Single((await supplier.GetAsync("rounds")).Json.GetProperty("items").EnumerateArray());
        Assert.Equal(403, (await supplier.GetAsync("rounds/2021-1/needs")).Code);
    }

    [Fact]
    public async Task A_closing_that_is_too_early_is_refused_with_the_earliest_legal_one()
    {
        await using var round = await SpringRound.ReadyAsync();

        // Ten days after 3 May 2021 end on Ascension Day, so they roll to Friday 14 May.
        var refused = await round.Officer.PostAsync("rounds/2021-1/invitation", new { closesOn = "2021-05-14" });

        Assert.Equal((422, "tender-period-too-short"), (refused.Code, refused.Problem));
        Assert.Contains("lørdag 15. mai 2021 kl. 12.00", refused.Json.GetProperty("detailNo").GetString(), StringComparison.Ordinal);
        Assert.Equal("awaitingInvitation", await round.PhaseAsync());
        Assert.Equal("invalid-bid-window", (await round.Officer.PostAsync("rounds/2021-1/invitation", new { closesOn = "2021-05-01" })).Problem);
        Assert.Equal("invalid-bid-window", (await round.Officer.PostAsync("rounds/2021-1/invitation", new { closesOn = "2022-03-27", closesAt = "02:30:00" })).Problem);
    }

    [Fact]
    public async Task Only_an_officer_named_for_the_round_prepares_and_releases()
    {
        await using var round = await SpringRound.WithLotsAsync();
        var etag = (await round.Officer.GetAsync("rounds/2021-1")).ETag;

        Assert.Equal("no-procurement-document", (await round.Officer.PostAsync("rounds/2021-1/invitation", new { closesOn = "2021-05-18" })).Problem);
        Assert.Equal("not-named-for-round", (await round.OtherOfficer.PutAsync("rounds/2021-1/procurement-document", SpringRound.Document(), etag)).Problem);
        Assert.Equal(428, (await round.Officer.PutAsync("rounds/2021-1/procurement-document", SpringRound.Document())).Code);
        Assert.Equal("invalid-procurement-document", (await round.Officer.PutAsync("rounds/2021-1/procurement-document", SpringRound.Document(60, 39), etag)).Problem);

        var written = await round.Officer.PutAsync("rounds/2021-1/procurement-document", SpringRound.Document(), etag);
        Assert.Equal(1, written.Json.GetProperty("version").GetInt32());
        Assert.Equal(412, (await round.Officer.PutAsync("rounds/2021-1/procurement-document", SpringRound.Document(50, 50), etag)).Code);
        Assert.Equal(2, (await round.Officer.PutAsync("rounds/2021-1/procurement-document", SpringRound.Document(50, 50), written.ETag)).Json.GetProperty("version").GetInt32());
        Assert.Equal("not-named-for-round", (await round.OtherOfficer.PostAsync("rounds/2021-1/invitation", new { closesOn = "2021-05-18" })).Problem);
        Assert.Equal("awaitingInvitation", await round.PhaseAsync());
    }

    [Fact]
    public async Task A_supplier_admitted_after_the_invitation_joins_where_the_round_says_so()
    {
        await using var round = await SpringRound.ReadyAsync();
        await SpringRound.Created(round.Officer.PostAsync("rounds/2021-1/invitation", new { closesOn = "2021-05-18" }));

        Assert.Equal("late-suppliers-wait", (await round.Officer.PostAsync("rounds/2021-1/invitation/late-suppliers", new { })).Problem);
        Assert.Equal(403, (await round.Supplier("bilco").PostAsync("rounds/2021-1/invitation/late-suppliers", new { })).Code);
        var stored = (await round.App.Store.FindAsync<Round>("2021-1", "round", TestContext.Current.CancellationToken))!;
        await round.App.Store.ReplaceAsync(
            stored.Document with { Settings = stored.Document.Settings with { LateSuppliers = LateSuppliers.ThisRound } }, stored.ETag, TestContext.Current.CancellationToken);
        Assert.Equal("nobody-to-invite", (await round.Officer.PostAsync("rounds/2021-1/invitation/late-suppliers", new { })).Problem);
        await round.Qualification.PutAsync("suppliers/ny", new { name = "Ny Bil AS", organisationNumber = "149201009" });
        await round.Qualification.PutAsync("suppliers/ny/admissions/dps-3500", new { });
        Assert.Equal(404, (await round.Supplier("ny").GetAsync("rounds/2021-1/invitation")).Code);

        var invited = await round.Officer.PostAsync("rounds/2021-1/invitation/late-suppliers", new { });

        Assert.Equal(200, invited.Code);
        Assert.Equal(["bilco", "ny", "volt"], invited.Json.GetProperty("invitedSupplierIds").EnumerateArray().Select(id => id.GetString()));
        Assert.Equal(200, (await round.Supplier("ny").GetAsync("rounds/2021-1/invitation")).Code);
        Assert.Equal(
            "notice-invitation-ny",
            (await round.Supplier("ny").GetAsync("rounds/2021-1/messages")).Json.GetProperty("items").EnumerateArray().Single().GetProperty("messageId").GetString());
        Assert.Equal(201, (await round.Supplier("ny").PostAsync("rounds/2021-1/bids", new { })).Code);
    }
}
