using System.Text;
using NodaTime;
using Samkjop.Audit;
using Samkjop.Purchasing;
using Samkjop.Tests.Host.Bids;

namespace Samkjop.Tests.Host.Documents;

/// <summary>Files of a round whose invitation is out, over HTTP: entering one is a correction.</summary>
public sealed class TenderDocumentEndpointTests
{
    private const string Documents = "rounds/2021-1/documents";
    private static readonly object Reason = new { no = "Kontrakten manglet.", en = "The contract was missing." };

    [Fact]
    public async Task A_correction_is_uploaded_told_to_all_and_read_by_invited_suppliers_byte_for_byte()
    {
        await using var round = await SealedRound.StartAsync();
        await round.App.AdvanceToAsync(new LocalDateTime(2021, 5, 18, 9, 0));

        var early = await AddAsync(round, "upload-00000000000000000000", Reason);
        var uploadId = await UploadAsync(round, "Kontrakten");
        var silent = await AddAsync(round, uploadId, null);
        var added = await AddAsync(round, uploadId, Reason);
        var listed = await round.Bertel.GetAsync(Documents);
        var file = await round.Bertel.GetAsync(listed.Json.GetProperty("items")[0].GetProperty("current").GetProperty("href").GetString()![5..]);
        var told = await round.Harald.GetAsync("rounds/2021-1/messages");
        var window = await round.Officer.GetAsync("rounds/2021-1/bid-window");

        Assert.Equal([(409, "upload-missing"), (422, "invalid-tender-document")], new[] { early, silent }.Select(a => (a.Code, a.Problem!)));
        Assert.Equal((201, "2021-05-25T10:00:00Z"), (added.Code, added.Json.GetProperty("current").GetProperty("proposal").GetProperty("closes").GetString()));
        Assert.Equal((200, "Kontrakten"), (file.Code, file.Text));
        Assert.Contains("Kontrakten manglet.", told.Text, StringComparison.Ordinal);
        Assert.Equal("2021-05-25T10:00:00Z", window.Json.GetProperty("proposal").GetProperty("closes").GetString());
        Assert.DoesNotContain("\"by\"", listed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_but_its_officers_enters_and_no_stranger_reads()
    {
        await using var round = await SealedRound.StartAsync();
        var uploadId = await UploadAsync(round, "Krav");
        var added = await AddAsync(round, uploadId, Reason);
        var stranger = round.App.As("ola@other", People.Role.SupplierUser, supplier: "other");
        var href = added.Json.GetProperty("current").GetProperty("href").GetString()![5..];

        Assert.Equal([404, 404], new[] { await stranger.GetAsync(Documents), await stranger.GetAsync(href) }.Select(a => a.Code));
        Assert.Equal("role-required", (await round.Bertel.PostAsync($"{Documents}/uploads")).Problem);
        Assert.Equal("not-named-for-round", (await round.App.As("tonje", People.Role.ProcurementOfficer).PostAsync($"{Documents}/uploads")).Problem);
        Assert.Equal("tender-document-released", (await round.Officer.DeleteAsync($"{Documents}/{added.Json.GetProperty("documentId").GetString()}")).Problem);
        await round.CloseAsync();
        Assert.Equal("tender-documents-closed", (await AddAsync(round, uploadId, Reason)).Problem);
        await round.App.SettleAsync();
        Assert.Single(await round.AuditAsync(), entry => entry.Event is TenderDocumentCorrected);
        Assert.Contains(await round.AuditAsync(), entry => entry.Event is AttemptRefused { Code: "not-named-for-round" });
    }

    private static Task<Answer> AddAsync(SealedRound round, string uploadId, object? reason) => round.Officer.PostAsync(
        Documents, new { kind = "contract", uploadId, title = new { no = "Kontrakt", en = "Contract" }, fileName = "kontrakt.pdf", reason });

    private static async Task<string> UploadAsync(SealedRound round, string content)
    {
        var begun = await round.Officer.PostAsync($"{Documents}/uploads");
        Assert.Equal(System.Net.HttpStatusCode.Created, await SealedRound.UploadAsync(begun, Encoding.UTF8.GetBytes(content)));
        return begun.Json.GetProperty("uploadId").GetString()!;
    }
}
