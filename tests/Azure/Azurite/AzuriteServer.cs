using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Samkjop.Tests.Azure.Azurite;

/// <summary>One running Azurite on free ports of loopback, over https, with OAuth; everything in memory. It ends when this process lets go of it.</summary>
internal sealed partial class AzuriteServer : IDisposable
{
    /// <summary>Every account's key. All but one test show tokens instead.</summary>
    public const string AccountKey = "c2Fta2pvcA==";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Process _process;

    private AzuriteServer(Process process, Uri blobs, Uri queues) => (_process, Blobs, Queues) = (process, blobs, queues);

    public Uri Blobs { get; }

    public Uri Queues { get; }

    public static async Task<AzuriteServer> StartAsync(string installation, IEnumerable<string> accounts, (string Certificate, string Key) tls, CancellationToken cancellationToken)
    {
        var node = new ProcessStartInfo("node")
        {
            WorkingDirectory = Path.GetDirectoryName(tls.Certificate), RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        };
        string[] arguments =
        [
            Path.Combine(installation, "start.cjs"), "--blobHost", "127.0.0.1", "--blobPort", "0", "--queueHost", "127.0.0.1", "--queuePort", "0",
            "--tableHost", "127.0.0.1", "--tablePort", "0", "--oauth", "basic", "--cert", tls.Certificate, "--key", tls.Key,
            "--inMemoryPersistence", "--disableTelemetry", "--skipApiVersionCheck", "--silent",
        ];
        foreach (var argument in arguments)
        {
            node.ArgumentList.Add(argument);
        }

        node.Environment["AZURITE_ACCOUNTS"] = string.Join(';', accounts.Select(account => $"{account}:{AccountKey}"));
        var process = NodeTools.Start(node);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            var (blobs, queues) = (await ListeningAsync(process, "Blob", limit.Token), await ListeningAsync(process, "Queue", limit.Token));
            await ListeningAsync(process, "Table", limit.Token);
            _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
            _ = process.StandardError.ReadToEndAsync(CancellationToken.None);
            return new AzuriteServer(process, blobs, queues);
        }
        catch
        {
            process.StandardInput.Close();
            process.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(TimeSpan.FromSeconds(5)))
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private static async Task<Uri> ListeningAsync(Process process, string service, CancellationToken cancellationToken)
    {
        while (await process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            if (Listening().Match(line) is { Success: true } told && told.Groups["service"].Value == service)
            {
                return new Uri($"https://127.0.0.1:{int.Parse(told.Groups["port"].ValueSpan, CultureInfo.InvariantCulture)}/");
            }
        }

        throw new InvalidOperationException($"Azurite did not start. {await process.StandardError.ReadToEndAsync(cancellationToken)}");
    }

    [GeneratedRegex(@"^Azurite (?<service>\w+) service is successfully listening at https://127\.0\.0\.1:(?<port>\d+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Listening();
}
