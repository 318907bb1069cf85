using Samkjop.Audit;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.Tests.Host.Awards;
using static Samkjop.Tests.Host.Awards.AwardingRound;

namespace Samkjop.Tests.Host.Protocol;

/// <summary>Who reads the protocol when, and what it is.</summary>
public sealed class ProtocolEndpointTests
{
    private const string Path = $"rounds/{Id}/protocol";

    [Fact]
    public async Task While_lots_are_awarded_only_readers_of_bids_read_the_draft_and_that_is_recorded()
    {
        await using var round = await StartAsync();

        var draft = await round.Officer.GetAsync(Path);
        Assert.Equal(200, draft.Code);
        Assert.Contains("UTKAST", draft.Text, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", draft.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.Equal(403, (await round.Manager.GetAsync(Path)).Code);
        Assert.Equal(403, (await round.App.As("other", Role.ProcurementOfficer).GetAsync(Path)).Code);
        Assert.Equal(403, (await round.Supplier("beta").GetAsync(Path)).Code);
        var audit = await round.App.Store.ListAsync<AuditEntry>(Id, new DocumentQuery(PageSize: 1000));
        Assert.Single(audit.Items, entry => entry.Document is { By.Id: "officer", Event: BidsRead { Subject: "protocol" } });
    }

    [Fact]
    public async Task The_closed_rounds_protocol_is_the_stored_one()
    {
        await using var round = await StartWithOrdersAsync();
        foreach (var (order, agency) in new[] { ("order-lot-1-bym", "bym"), ("order-lot-1-uke", "uke"), ("order-lot-2-bym", "bym") })
        {
            await round.Supplier("beta").PostAsync($"rounds/{Id}/orders/{order}/entries", new { kind = "delivered", note = "<script>alert(1)</script>" });
            await round.Agency(agency).PostAsync($"rounds/{Id}/orders/{order}/acceptance", new { accepted = true });
        }

        await round.App.SettleAsync();

        Assert.Equal("impartiality-required", (await round.Manager.GetAsync(Path)).Problem);
        Assert.Equal(200, (await round.Manager.PostAsync($"rounds/{Id}/impartiality-declarations", new { impartial = true })).Code);
        var page = await round.Manager.GetAsync(Path);
        Assert.Equal(200, page.Code);
        Assert.DoesNotContain("UTKAST", page.Text, StringComparison.Ordinal);
        Assert.Contains("Best totalt.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page.Text, StringComparison.Ordinal);
        Assert.Equal(page.Text, (await round.Auditor.GetAsync(Path)).Text);
        await using var stored = await round.App.Service<IBlobStore>().OpenReadAsync(BlobContainers.Records, $"{Id}/protocol.html");
        Assert.Equal(page.Text, await new StreamReader(stored).ReadToEndAsync());
    }
}
