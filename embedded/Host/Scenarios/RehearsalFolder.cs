using Samkjop.Embedded.Storage;

namespace Samkjop.Host.Scenarios;

/// <summary>The folder of one rehearsal; a marker in it says that it may be emptied.</summary>
internal sealed class RehearsalFolder : IDisposable
{
    private const string Marker = "rehearsal";
    private const string Database = "samkjop.db";

    private readonly FileStream _lock;

    private RehearsalFolder(string path, FileStream held) => (Path, _lock) = (path, held);

    public string Path { get; }

    /// <summary>Whether something was played here before.</summary>
    public bool HasState => File.Exists(System.IO.Path.Combine(Path, Database));

    /// <summary>Takes a folder for this process alone; creates it when it is not there.</summary>
    /// <exception cref="PlayFault">The folder holds something else, or another process plays in it.</exception>
    public static RehearsalFolder Take(string path)
    {
        var marker = System.IO.Path.Combine(path, Marker);
        if (Directory.Exists(path) && !File.Exists(marker) && Directory.EnumerateFileSystemEntries(path).Any())
        {
            throw new PlayFault($"'{path}' holds something that is no rehearsal. Nothing in it was changed; choose an empty folder with --data.");
        }

        Directory.CreateDirectory(path);
        try
        {
            return new RehearsalFolder(path, new FileStream(marker, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException)
        {
            throw new PlayFault($"Another rehearsal plays in '{path}'. Nothing was changed; wait for it, or choose another folder with --data.");
        }
    }

    /// <summary>The rehearsal that was begun here: the hash of its file, and whether it was finished; null when there is none.</summary>
    public (string Sha256, bool Finished)? Earlier()
    {
        if (!HasState)
        {
            return null;
        }

        using var opened = Open();
        return Journal.RunOf(opened.File);
    }

    /// <summary>Removes all that an earlier rehearsal left.</summary>
    public void Clear()
    {
        foreach (var entry in new DirectoryInfo(Path).EnumerateFileSystemInfos().Where(e => e.Name != Marker))
        {
            if (entry is DirectoryInfo directory)
            {
                directory.Delete(recursive: true);
            }
            else
            {
                entry.Delete();
            }
        }
    }

    /// <summary>Opens the state while the app does not run.</summary>
    public OpenedState Open() => new(SqliteFile.Open(System.IO.Path.Combine(Path, Database), new SqliteFileOptions { FullSync = false }));

    public void Dispose() => _lock.Dispose();

    internal sealed class OpenedState(SqliteFile file) : IDisposable
    {
        public SqliteFile File => file;

        public void Dispose() => file.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }
}
