using Samkjop.Audit;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Awards;
using static Samkjop.Tests.Host.Awards.AwardingRound;

namespace Samkjop.Tests.Host.Awards;

/// <summary>Who gets in where evidence, complaints and contracts are, and what is recorded of those who do not.</summary>
public sealed class AwardDoorsTests
{
    private const string TheLot = $"rounds/{Id}/lots/lot-1";

    [Fact]
    public async Task Evidence_is_between_its_supplier_and_the_rounds_people()
    {
        await using var round = await StartAsync(evidence: true);
        await round.Officer.PostAsync($"{TheLot}/award-proposal", new { bidId = "bid-beta", reason = "Best." });
        var (evidence, tax) = ($"{TheLot}/evidence/bid-beta", $"{TheLot}/evidence/bid-beta/items/tax-certificate");
        Assert.Equal(404, (await round.Supplier("beta").GetAsync(evidence)).Code);
        Assert.Equal(201, (await round.Officer.PostAsync($"{TheLot}/evidence", new { })).Code);
        Assert.Equal("evidence-already-requested", (await round.Officer.PostAsync($"{TheLot}/evidence", new { })).Problem);
        Assert.NotNull(await round.App.Store.FindAsync<OutboundMessage>(Id, "winner-evidence-lot-1-bid-beta"));

        Assert.Equal(404, (await round.Supplier("alfa").GetAsync(evidence)).Code);
        Assert.Equal(404, (await round.Supplier("alfa").PostAsync($"{tax}/submission", new { issuedOn = "2021-05-03", reference = "Altinn" })).Code);
        Assert.Equal("evidence-not-uploaded", (await round.Supplier("beta").PostAsync($"{tax}/submission", new { issuedOn = "2021-05-03", documentId = "../secrets" })).Problem);
        Assert.Equal(200, (await round.Supplier("beta").PostAsync($"{tax}/submission", new { issuedOn = "2021-05-03", reference = "Altinn" })).Code);
        Assert.Equal(403, (await round.Decider.PostAsync($"{tax}/judgement", new { accept = true, reason = "Ja." })).Code);
        Assert.Equal("evidence-missing", (await round.Decider.PostAsync($"{TheLot}/award-decision", new { approve = true, reason = "Enig." })).Problem);
        Assert.Equal(200, (await round.Officer.PostAsync($"{tax}/judgement", new { accept = false, reason = "Feil selskap." })).Code);
        Assert.NotNull(await round.App.Store.FindAsync<OutboundMessage>(Id, "winner-evidence-lot-1-bid-beta-tax-certificate-1"));
        Assert.Equal(200, (await round.Officer.PostAsync($"{TheLot}/award/set-aside", new { cause = "evidenceFailed", reason = "Ikke dokumentert." })).Code);
        Assert.Equal(LotPhase.Ranked, (await round.DocumentAsync<Lot>("lot-1")).Phase);
    }

    [Fact]
    public async Task A_complaint_is_between_its_supplier_and_the_rounds_people()
    {
        await using var round = await StartAsync();
        await round.AwardAsync();
        Assert.Equal(404, (await round.Supplier("omega").PostAsync($"{TheLot}/complaints", new { grounds = "Feil." })).Code);
        var complaint = await round.Supplier("alfa").PostAsync($"{TheLot}/complaints", new { grounds = "Rekkevidden er lest feil." });
        Assert.Equal("complaint-already-open", (await round.Supplier("alfa").PostAsync($"{TheLot}/complaints", new { grounds = "Og mer." })).Problem);
        var path = complaint.Location!["/api/".Length..];

        Assert.Equal((200, 200, 404, 404), (
            (await round.Supplier("alfa").GetAsync(path)).Code, (await round.Auditor.GetAsync(path)).Code, (await round.Supplier("beta").GetAsync(path)).Code,
            (await round.Supplier("alfa").GetAsync(path.Replace("lot-1", "lot-2", StringComparison.Ordinal))).Code));
        Assert.Equal(0, (await round.Supplier("beta").GetAsync($"{TheLot}/complaints")).Json.GetProperty("items").GetArrayLength());
        Assert.Equal(403, (await round.App.As("other", Role.ProcurementOfficer).PostAsync($"{path}/waiting", new { waits = false, reason = "Nei." })).Code);
        Assert.Equal(200, (await round.Officer.PostAsync($"{path}/waiting", new { waits = false, reason = "Åpenbart grunnløs." })).Code);
        Assert.Empty((await round.DocumentAsync<Lot>("lot-1")).Suspensions);
        var audit = await round.App.Store.ListAsync<AuditEntry>(Id, new DocumentQuery(PageSize: 1000));
        Assert.Contains(audit.Items, entry => entry.Document is { By.Id: "user-omega", Event: SupplierAttemptRefused });
        Assert.Contains(audit.Items, entry => entry.Document is { By.Id: "other", Event: AttemptRefused { Code: "not-named-for-round" } });
    }

    [Fact]
    public async Task Both_parties_read_the_terms_and_sign_their_hash()
    {
        await using var round = await StartAsync(standstill: false);
        await round.AwardAsync();
        var (contract, signatures) = ($"{TheLot}/contract", $"{TheLot}/contract/signatures");
        var read = await round.Supplier("beta").GetAsync(contract);
        var termsSha256 = read.Json.GetProperty("termsSha256").GetString();

        Assert.Equal((404, 200), ((await round.Supplier("alfa").GetAsync(contract)).Code, (await round.Manager.GetAsync(contract)).Code));
        Assert.Equal("2021-1/lot-1/1", read.Json.GetProperty("terms").GetProperty("reference").GetString());
        Assert.Equal("contract-terms-differ", (await round.Supplier("beta").PostAsync(signatures, new { termsSha256 = new string('0', 64) })).Problem);
        Assert.Equal(200, (await round.Supplier("beta").PostAsync(signatures, new { termsSha256 })).Code);
        Assert.Equal(200, (await round.Manager.PostAsync(signatures)).Code);
        Assert.All((await round.DocumentAsync<Lot>("lot-1")).Signatures, signature => Assert.Equal(termsSha256, signature.TermsSha256));
    }

    [Fact]
    public async Task Where_every_bidder_drops_out_all_are_told_that_nobody_won()
    {
        await using var round = await StartAsync(standstill: false);
        await round.AwardAsync();
        foreach (var (supplier, next) in new[] { ("beta", "bid-alfa"), ("alfa", null) })
        {
            Assert.Equal(200, (await round.Supplier(supplier).PostAsync($"{TheLot}/award/withdrawal", new { reason = "Vi får ikke levert." })).Code);
            Assert.False((await round.Supplier(supplier).GetAsync($"{TheLot}/letter")).Json.GetProperty("stands").GetBoolean() && next is not null);
            if (next is not null)
            {
                Assert.Equal(200, (await round.Officer.PostAsync($"{TheLot}/award-proposal", new { bidId = next, reason = "Neste." })).Code);
                Assert.Equal(200, (await round.Decider.PostAsync($"{TheLot}/award-decision", new { approve = true, reason = "Enig." })).Code);
            }

            await round.App.SettleAsync();
        }

        var lot = await round.DocumentAsync<Lot>("lot-1");
        Assert.Equal((LotPhase.WithoutBids, 3, 2), (lot.Phase, lot.Letters!.Number, lot.SetAside.Length));
        Assert.Equal(LetterOutcome.SetAside, (await round.DocumentAsync<AwardLetter>("letter-lot-1.3-alfa")).Content.Outcome);
        Assert.Equal(LetterOutcome.Rejected, (await round.DocumentAsync<AwardLetter>("letter-lot-1.3-gamma")).Content.Outcome);
    }
}
