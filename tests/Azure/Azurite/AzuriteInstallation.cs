using System.Diagnostics;
using System.Security.Cryptography;

namespace Samkjop.Tests.Azure.Azurite;

/// <summary>
/// Azurite as npm brings it: the version and hashes of <c>tests/Azure/Azurite/npm/package-lock.json</c>, installed there once by whichever test process
/// comes first.
/// </summary>
internal static class AzuriteInstallation
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>The folder with <c>start.cjs</c> and, afterwards, <c>node_modules</c>.</summary>
    public static async Task<string> EnsureAsync(CancellationToken cancellationToken)
    {
        var folder = Path.Combine(Root(), "tests", "Azure", "Azurite", "npm");
        var wanted = Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(Path.Combine(folder, "package-lock.json"), cancellationToken)));
        var installed = Path.Combine(folder, "node_modules", ".samkjop-installed");
        if (await IsInstalledAsync(installed, wanted, cancellationToken))
        {
            return folder;
        }

        await using var turn = await TakeTurnAsync(Path.Combine(folder, "..", "..", "obj", "azurite-install.lock"), cancellationToken);
        if (!await IsInstalledAsync(installed, wanted, cancellationToken))
        {
            await InstallAsync(folder, cancellationToken);
            await File.WriteAllTextAsync(installed, wanted, cancellationToken);
        }

        return folder;
    }

    private static async Task<bool> IsInstalledAsync(string marker, string wanted, CancellationToken cancellationToken) =>
        File.Exists(marker) && await File.ReadAllTextAsync(marker, cancellationToken) == wanted;

    private static async Task<FileStream> TakeTurnAsync(string path, CancellationToken cancellationToken)
    {
        for (var waited = Stopwatch.StartNew(); ;)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException && waited.Elapsed < Patience)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200), cancellationToken);
            }
        }
    }

    private static async Task InstallAsync(string folder, CancellationToken cancellationToken)
    {
        // The engine check is left out: Azurite asks for Node.js 22 for the sake of its SQL driver, which is not installed.
        var npm = new ProcessStartInfo(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", "ci --ignore-scripts --no-audit --no-fund --loglevel=error --engine-strict=false")
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        };
        using var process = NodeTools.Start(npm);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        var told = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
        await process.WaitForExitAsync(limit.Token);
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"npm ci in {folder} failed ({process.ExitCode}); Azurite is not installed. {string.Concat(told)}");
        }
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Samkjop.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No Samkjop.slnx above {AppContext.BaseDirectory}: run the tests from a clone's build output.");
    }
}
