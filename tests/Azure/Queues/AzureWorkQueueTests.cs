using System.Text;
using Azure.Storage.Queues;
using Microsoft.Extensions.Time.Testing;
using Samkjop.Azure.Queues;
using Samkjop.Ports;
using Samkjop.Tests.Azure.Azurite;

namespace Samkjop.Tests.Azure.Queues;

public sealed class AzureWorkQueueTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private AzuriteAccount _account = null!;
    private AzureWorkQueue _queue = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _account = await azurite.NewAccountAsync(new FakeTimeProvider(new DateTimeOffset(2021, 5, 3, 10, 0, 0, TimeSpan.Zero)), Cancel);
        _queue = new AzureWorkQueue(_account.QueueClient());
    }

    public ValueTask DisposeAsync()
    {
        _account.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>The queue's bytes as they lie there, before any decoding.</summary>
    private QueueClient Raw()
    {
        var options = _account.QueueOptions();
        options.MessageEncoding = QueueMessageEncoding.None;
        return new QueueServiceClient(_account.QueueServiceUri, _account.Credential, options).GetQueueClient(WorkQueues.WebhookInbox);
    }

    [Theory]
    [InlineData("supplier-1/msg_2Lh9KRb0pzN4LePd3XiA4v")]
    [InlineData("Blåbær & <smør>\n")]
    public async Task A_message_lies_there_as_the_queue_trigger_decodes_it(string message)
    {
        await _queue.EnqueueAsync(WorkQueues.WebhookInbox, message, Cancel);

        var lying = (await Raw().ReceiveMessageAsync(cancellationToken: Cancel)).Value;
        Assert.Equal(message, Encoding.UTF8.GetString(Convert.FromBase64String(lying.MessageText)));
    }

    [Fact]
    public async Task A_message_waits_until_it_is_handled()
    {
        await _queue.EnqueueAsync(WorkQueues.WebhookInbox, "a", Cancel);

        var lying = (await Raw().ReceiveMessageAsync(cancellationToken: Cancel)).Value;
        Assert.True(lying.ExpiresOn?.Year == 9999, $"It expires {lying.ExpiresOn}.");
    }

    [Fact]
    public async Task The_longest_message_fits_and_a_longer_one_is_refused_before_it_is_sent()
    {
        await _queue.EnqueueAsync(WorkQueues.WebhookInbox, new string('x', AzureWorkQueue.MaxBytes), Cancel);

        var refusal = await Assert.ThrowsAsync<ArgumentException>(() => _queue.EnqueueAsync(WorkQueues.WebhookInbox, new string('å', (AzureWorkQueue.MaxBytes / 2) + 1), Cancel));
        Assert.Contains("Nothing was put on 'webhook-inbox'", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(1, (await Raw().GetPropertiesAsync(Cancel)).Value.ApproximateMessagesCount);
    }

    [Fact]
    public async Task A_queue_that_is_not_there_is_a_matter_of_deployment_and_is_not_made()
    {
        var fault = await Assert.ThrowsAsync<StoreUnavailableException>(() => _queue.EnqueueAsync("no-such-queue", "a", Cancel));

        Assert.Contains("deploy infra-bicep", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("no-such-queue", await _account.QueueClient().GetQueuesAsync(cancellationToken: Cancel).Select(queue => queue.Name).ToListAsync(Cancel));
    }
}
