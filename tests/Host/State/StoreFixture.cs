using Microsoft.Extensions.Time.Testing;
using Samkjop.Embedded.Storage;
using Samkjop.Host.Storage;
using Samkjop.Tests.Host.Storage;

namespace Samkjop.Tests.Host.State;

/// <summary>A document store in a file of its own.</summary>
internal sealed class StoreFixture : IAsyncDisposable
{
    private readonly TempFolder _folder = new();
    private readonly SqliteFile _file;

    public StoreFixture()
    {
        _file = SqliteFile.Open(_folder.File("state.db"), new SqliteFileOptions { FullSync = false });
        Store = new SqliteDocumentStore(_file, new FakeTimeProvider());
    }

    public SqliteDocumentStore Store { get; }

    public async ValueTask DisposeAsync()
    {
        await _file.DisposeAsync();
        _folder.Dispose();
    }
}
