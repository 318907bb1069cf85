using Samkjop.Tests.Host.CommandLine;

namespace Samkjop.Tests.Host.Archive;

/// <summary><c>samkjop archive</c> keeps nothing that is not whole, and overwrites nothing.</summary>
public sealed class ArchiveCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("samkjop-archive-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Where_no_app_serves_it_says_so_and_keeps_nothing()
    {
        var file = Path.Combine(_folder.FullName, "2021-1.zip");
        var run = await SamkjopProcess.RunAsync("archive", "2021-1", "-o", file, "--address", "http://127.0.0.1:1", "--data", Path.Combine(_folder.FullName, "data"));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("Nothing was kept", run.Errors, StringComparison.Ordinal);
        Assert.Empty(_folder.EnumerateFiles());
    }

    [Fact]
    public async Task A_file_that_is_there_is_not_overwritten()
    {
        var file = Path.Combine(_folder.FullName, "2021-1.zip");
        await File.WriteAllTextAsync(file, "mine", TestContext.Current.CancellationToken);
        var run = await SamkjopProcess.RunAsync("archive", "2021-1", "-o", file, "--data", Path.Combine(_folder.FullName, "data"));

        Assert.Equal((2, "mine"), (run.ExitCode, await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)));
    }
}
