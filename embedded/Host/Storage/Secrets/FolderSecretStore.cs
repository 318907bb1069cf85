using System.Buffers;
using System.Text;
using Samkjop.Ports;

namespace Samkjop.Host.Storage;

/// <summary>Secrets as files that only the process's user can read (0600 in a folder of 0700, where the system knows such rights).</summary>
public sealed class FolderSecretStore : ISecretStore
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private static readonly SearchValues<char> NameCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-");

    private readonly string _folder;

    /// <param name="folder">Created when it is not there.</param>
    public FolderSecretStore(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        _folder = OperatingSystem.IsWindows()
            ? Directory.CreateDirectory(folder).FullName
            : Directory.CreateDirectory(folder, OwnerOnly | UnixFileMode.UserExecute).FullName;
    }

    /// <inheritdoc />
    public async Task<string?> FindAsync(string name, CancellationToken cancellationToken = default)
    {
        try
        {
            return await File.ReadAllTextAsync(PathOf(name), cancellationToken);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    /// <inheritdoc />
    public async Task SetAsync(string name, string value, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(value);
        var path = PathOf(name);
        var written = $"{path}.{Guid.CreateVersion7():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        await using (var file = new FileStream(written, options))
        {
            await file.WriteAsync(Encoding.UTF8.GetBytes(value), cancellationToken);
            file.Flush(flushToDisk: true);
        }

        File.Move(written, path, overwrite: true);
    }

    /// <summary>Names as Key Vault takes them, so that each name works in both stores.</summary>
    private string PathOf(string name) => name is { Length: >= 1 and <= 127 } && !name.AsSpan().ContainsAnyExcept(NameCharacters)
        ? Path.Combine(_folder, name)
        : throw new ArgumentException($"'{name}' cannot be a secret's name. Nothing was changed; use 1–127 letters, digits and '-'.", nameof(name));
}
