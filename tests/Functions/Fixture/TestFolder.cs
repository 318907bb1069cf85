namespace Samkjop.Tests.Functions.Fixture;

/// <summary>A folder of one test, with its database and a host.json.</summary>
internal sealed class TestFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("samkjop-");

    public TestFolder(string hostJson = """{ "version": "2.0", "unknown": [1], "extensions": { "queues": { "maxDequeueCount": 3, "visibilityTimeout": "00:01:00" } } } // read as the host does""")
    {
        HostJson = Path.Combine(_folder.FullName, "host.json");
        File.WriteAllText(HostJson, hostJson);
    }

    public string Database => Path.Combine(_folder.FullName, "state.db");

    public string HostJson { get; }

    /// <summary>What a machine would find after the process was killed this moment.</summary>
    public TestFolder AfterKill()
    {
        TestFolder copy = new();
        foreach (var file in new[] { "state.db", "state.db-wal" })
            File.Copy(Path.Combine(_folder.FullName, file), Path.Combine(copy._folder.FullName, file));
        return copy;
    }

    public void Dispose()
    {
        _folder.Refresh();
        if (_folder.Exists)
            _folder.Delete(recursive: true);
    }
}
