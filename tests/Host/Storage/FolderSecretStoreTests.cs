using Samkjop.Host.Storage;

namespace Samkjop.Tests.Host.Storage;

public sealed class FolderSecretStoreTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private FolderSecretStore Store => new(_folder.File("secrets"));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_secret_is_kept_and_replaced()
    {
        Assert.Null(await Store.FindAsync("webhook-key", Cancel));
        await Store.SetAsync("webhook-key", "whsec_første", Cancel);
        Assert.Equal("whsec_første", await Store.FindAsync("webhook-key", Cancel));
        await Store.SetAsync("webhook-key", "", Cancel);
        Assert.Equal("", await Store.FindAsync("webhook-key", Cancel));
    }

    [Fact]
    public async Task Only_its_user_can_read_it()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        await Store.SetAsync("key", "value", Cancel);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_folder.File("secrets/key")));
        Assert.Equal(["key"], Directory.GetFiles(_folder.File("secrets")).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("")]
    [InlineData("../state.db")]
    [InlineData("a b")]
    [InlineData("a_b")]
    public async Task A_name_that_no_vault_takes_is_refused(string name)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Store.SetAsync(name, "value", Cancel));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.FindAsync(name, Cancel));
    }
}
