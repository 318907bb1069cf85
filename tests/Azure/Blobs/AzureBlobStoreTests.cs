using Samkjop.Azure.Blobs;
using Samkjop.Ports;
using Samkjop.Tests.Azure.Azurite;
using Samkjop.Tests.Host.Storage;

namespace Samkjop.Tests.Azure.Blobs;

/// <summary>The Azure adapter passes the same suite as the folder.</summary>
public sealed class AzureBlobStoreTests(AzuriteFixture azurite) : BlobStoreContract
{
    private AzuriteAccount _account = null!;
    private UserDelegationKeys _keys = null!;
    private AzureBlobStore _store = null!;

    protected override IBlobStore Store => _store;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public override async ValueTask InitializeAsync()
    {
        _account = await azurite.NewAccountAsync(Clock, Cancel);
        var client = _account.BlobClient();
        _keys = new UserDelegationKeys(client, Clock);
        _store = new AzureBlobStore(client, _keys, Clock);
    }

    public override ValueTask DisposeAsync()
    {
        _keys.Dispose();
        _account.Dispose();
        return ValueTask.CompletedTask;
    }

    protected override async Task<int> UploadAsync(UploadTicket ticket, byte[] content, bool withHeaders = true)
    {
        using var answer = await _account.Http.UploadAsync(ticket, content, withHeaders);
        return (int)answer.StatusCode;
    }
}
