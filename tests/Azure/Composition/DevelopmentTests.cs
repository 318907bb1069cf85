using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using Samkjop.Azure;
using Samkjop.Ports;
using Samkjop.Tests.Azure.Azurite;
using Samkjop.Tests.Azure.Blobs;

namespace Samkjop.Tests.Azure.Composition;

/// <summary>On a developer's machine the storage account may be Azurite by its connection string; there an account key signs.</summary>
public sealed class DevelopmentTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_connection_string_is_enough_for_blobs_and_work()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2021, 5, 3, 10, 0, 0, TimeSpan.Zero));
        using var account = await azurite.NewAccountAsync(clock, Cancel);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Storage", account.ConnectionString)]).Build();
        await using var services = account.Use(new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(clock))
            .AddAzureAdapters(configuration, development: true).BuildServiceProvider();

        var ticket = await services.GetRequiredService<IBlobStore>().IssueUploadAsync(BlobContainers.Bids, "a", Duration.FromMinutes(5), Cancel);
        using var uploaded = await account.Http.UploadAsync(ticket, [1]);
        await services.GetRequiredService<IWorkQueue>().EnqueueAsync(WorkQueues.WebhookInbox, "supplier/id", Cancel);

        Assert.Equal(201, (int)uploaded.StatusCode);
        Assert.Equal(Instant.FromUtc(2021, 5, 3, 10, 0), (await services.GetRequiredService<IBlobStore>().FindAsync(BlobContainers.Bids, "a", Cancel))!.CommittedAt);
        Assert.Equal("supplier/id", (await account.QueueClient().GetQueueClient(WorkQueues.WebhookInbox).ReceiveMessageAsync(cancellationToken: Cancel)).Value.MessageText);
    }
}
