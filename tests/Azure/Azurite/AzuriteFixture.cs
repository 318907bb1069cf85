using Samkjop.Tests.Azure.Azurite;

[assembly: AssemblyFixture(typeof(AzuriteFixture))]

namespace Samkjop.Tests.Azure.Azurite;

/// <summary>
/// One Azurite for the whole test process, started when a test first asks for an account. Each test takes an account of its own, and so sees nobody
/// else's blobs and queues.
/// <para>
/// Azurite stands in for Azure Storage. It checks no token's signature and no role, keeps no versions, knows no immutability policy, and answers an
/// upload to a name that is taken with AuthorizationPermissionMismatch where Azure says UnauthorizedBlobOverwrite (both 403).
/// </para>
/// </summary>
public sealed class AzuriteFixture : IAsyncDisposable
{
    private const int MostAccounts = 400;

    private readonly LoopbackCertificate _certificate = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("samkjop-azurite-");
    private readonly Lazy<Task<AzuriteServer>> _server;
    private int _taken;

    public AzuriteFixture() => _server = new Lazy<Task<AzuriteServer>>(StartAsync);

    /// <summary>An account with the documents account's containers and queues, empty.</summary>
    public async Task<AzuriteAccount> NewAccountAsync(TimeProvider clock, CancellationToken cancellationToken = default)
    {
        var server = await _server.Value;
        var number = Interlocked.Increment(ref _taken);
        Assert.True(number <= MostAccounts, "Azurite's accounts are used up: raise MostAccounts.");
        var account = new AzuriteAccount(new Uri(server.Blobs, NameOf(number)), new Uri(server.Queues, NameOf(number)), clock, _certificate.Transport);
        await account.DeployAsync(cancellationToken);
        return account;
    }

    public async ValueTask DisposeAsync()
    {
        // What did not start has told so to the test that asked for it.
        if (_server is { IsValueCreated: true, Value: var starting } && await Task.WhenAny(starting) is { IsCompletedSuccessfully: true })
        {
            (await starting).Dispose();
        }

        _certificate.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task<AzuriteServer> StartAsync()
    {
        var installation = await AzuriteInstallation.EnsureAsync(CancellationToken.None);
        return await AzuriteServer.StartAsync(installation, Enumerable.Range(1, MostAccounts).Select(NameOf), _certificate.WriteTo(_folder.FullName), CancellationToken.None);
    }

    private static string NameOf(int number) => $"test{number}";
}
