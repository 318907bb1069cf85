using System.Text;
using NodaTime;
using Samkjop.Embedded.Functions;
using Samkjop.Functions.Purchasing.Bids;
using Samkjop.Ports;

namespace Samkjop.Tests.Host.Bids;

/// <summary>Messages about uploads get lost, come twice, or are nonsense.</summary>
public sealed class UploadRegistrationTests
{
    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("""{ "eventType": "Microsoft.Storage.BlobDeleted", "subject": "/blobServices/default/containers/bids/blobs/2021-1/bertel/bid-bertel/doc-1" }""")]
    [InlineData("""{ "eventType": "Microsoft.Storage.BlobCreated", "subject": "/blobServices/default/containers/records/blobs/2021-1/protocol.html" }""")]
    [InlineData("""{ "eventType": "Microsoft.Storage.BlobCreated", "subject": "/blobServices/default/containers/bids/blobs/2021-1/bertel/bid-bertel/doc-unknown" }""")]
    [InlineData("""{ "eventType": "Microsoft.Storage.BlobCreated", "subject": "/blobServices/default/containers/bids/blobs/../../etc/passwd" }""")]
    public async Task A_message_about_nothing_is_dropped_and_poisons_nothing(string message)
    {
        await using var round = await SealedRound.StartAsync();
        var queues = round.App.Service<ILocalQueues>();

        await queues.EnqueueAsync(RegisterBidUpload.Queue, message);
        await round.App.AdvanceToAsync(new LocalDateTime(2021, 5, 12, 12, 0));

        Assert.Equal((0, 0), (await queues.CountAsync(RegisterBidUpload.Queue), await queues.CountAsync(RegisterBidUpload.Queue + "-poison")));
    }

    [Fact]
    public async Task An_upload_that_no_message_told_of_is_found_within_the_hour()
    {
        await using var round = await SealedRound.StartAsync();
        var documentId = await UploadUntoldAsync(round);
        Assert.False((await round.ReceiptAsync(round.Bertel, documentId)).Json.TryGetProperty("receipt", out _));

        await round.App.AdvanceToAsync(new LocalDateTime(2021, 5, 12, 12, 14));

        Assert.Equal(
            "2021-05-12T09:30:00Z", (await round.ReceiptAsync(round.Bertel, documentId)).Json.GetProperty("receipt").GetProperty("receivedAt").GetString());
    }

    [Fact]
    public async Task A_message_that_comes_twice_gives_one_receipt()
    {
        await using var round = await SealedRound.StartAsync();
        var documentId = await round.BidAsync(round.Bertel, SealedRound.SheetJson());
        var before = await round.ReceiptAsync(round.Bertel, documentId);

        await round.App.Service<ILocalQueues>().EnqueueAsync(
            RegisterBidUpload.Queue,
            $$"""{ "type": "Microsoft.Storage.BlobCreated", "subject": "/blobServices/default/containers/bids/blobs/2021-1/bertel/bid-bertel/{{documentId}}" }""");
        await round.App.AdvanceToAsync(new LocalDateTime(2021, 5, 12, 12, 0));

        Assert.Equal(before.Text, (await round.ReceiptAsync(round.Bertel, documentId)).Text);
    }

    [Fact]
    public async Task The_closing_manifest_holds_an_upload_of_the_last_second_that_no_message_told_of()
    {
        await using var round = await SealedRound.StartAsync();
        await round.App.AdvanceToAsync(new LocalDateTime(2021, 5, 21, 11, 59, 59));
        await UploadUntoldAsync(round);

        await round.CloseAsync();

        Assert.Equal(1, (await round.RoundAsync()).Manifest!.Entries);
    }

    /// <summary>The store has the blob, but tells nobody.</summary>
    private static async Task<string> UploadUntoldAsync(SealedRound round)
    {
        await SealedRound.BeginAsync(round.Bertel);
        var announced = await SealedRound.AnnounceAsync(round.Bertel);
        var documentId = announced.Json.GetProperty("document").GetProperty("documentId").GetString()!;
        await round.App.Service<IBlobStore>().CreateAsync(
            BlobContainers.Bids, $"2021-1/bertel/bid-bertel/{documentId}", Encoding.UTF8.GetBytes(SealedRound.SheetJson()), "application/json");
        return documentId;
    }
}
