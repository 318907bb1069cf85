using System.Net;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Time.Testing;
using Samkjop.Azure;
using Samkjop.Azure.Blobs;
using Samkjop.Ports;
using Samkjop.Tests.Azure.Azurite;
using Samkjop.Tests.Azure.Faults;

namespace Samkjop.Tests.Azure.Blobs;

/// <summary>Azurite knows neither versions nor policies, and so is what a container without them looks like; how one with them looks is scripted.</summary>
public sealed class BidProtectionTests(AzuriteFixture azurite)
{
    private const string OneWithVersion =
        "<?xml version=\"1.0\" encoding=\"utf-8\"?><EnumerationResults ContainerName=\"bids\"><Blobs><Blob><Name>a</Name>"
        + "<VersionId>2021-05-03T10:00:00.0000000Z</VersionId><IsCurrentVersion>true</IsCurrentVersion>"
        + "<Properties><Creation-Time>Mon, 03 May 2021 10:00:00 GMT</Creation-Time></Properties></Blob></Blobs><NextMarker /></EnumerationResults>";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_the_container_lacks_is_said_in_words()
    {
        using var account = await azurite.NewAccountAsync(new FakeTimeProvider(), Cancel);
        var protection = new BidProtection(account.BlobClient());
        Assert.Contains("has no immutability policy", Assert.Single(await protection.FindLacksAsync(Cancel)), StringComparison.Ordinal);

        await account.BlobClient().GetBlobContainerClient(BlobContainers.Bids).UploadBlobAsync("a", BinaryData.FromString("x"), Cancel);

        var lacks = await protection.FindLacksAsync(Cancel);
        Assert.Equal(2, lacks.Count);
        Assert.Contains("turn blob versioning on", lacks[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_container_as_deployed_lacks_nothing()
    {
        var protection = Over(
            _ => Container(policy: true, versions: false),
            _ => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(OneWithVersion) });

        Assert.Empty(await protection.FindLacksAsync(Cancel));
    }

    [Fact]
    public async Task Immutability_by_versions_is_enough() =>
        Assert.Empty(await Over(_ => Container(policy: false, versions: true)).FindLacksAsync(Cancel));

    [Fact]
    public async Task A_container_that_cannot_be_seen_is_no_lack()
    {
        await Assert.ThrowsAsync<StoreUnavailableException>(() =>
            Over(_ => ScriptedTransport.Refusal(HttpStatusCode.ServiceUnavailable, "ServerBusy")).FindLacksAsync(Cancel));
    }

    private static BidProtection Over(params Func<HttpRequestMessage, HttpResponseMessage>[] answers)
    {
        var options = ClientDefaults.Blobs();
        options.Transport = new HttpClientTransport(new ScriptedTransport(answers));
        options.Retry.MaxRetries = 0;
        return new BidProtection(new BlobServiceClient(new Uri("https://samkjopdocs.blob.core.windows.net"), new AzuriteCredential(), options));
    }

    private static HttpResponseMessage Container(bool policy, bool versions) => new(HttpStatusCode.OK)
    {
        Headers =
        {
            { "ETag", "\"0x1\"" },
            { "x-ms-has-immutability-policy", policy ? "true" : "false" },
            { "x-ms-immutable-storage-with-versioning-enabled", versions ? "true" : "false" },
        },
        Content = new ByteArrayContent([]) { Headers = { LastModified = new DateTimeOffset(2021, 5, 3, 0, 0, 0, TimeSpan.Zero) } },
    };
}
