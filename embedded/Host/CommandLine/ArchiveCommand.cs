using System.CommandLine;
using System.Net.Http.Headers;
using Samkjop.People;

namespace Samkjop.Host.CommandLine;

/// <summary><c>samkjop archive</c>.</summary>
internal static class ArchiveCommand
{
    private static readonly Argument<string> Round = new("round") { Description = "The round, such as 2021-1." };

    private static readonly Option<string> Output = new("--output", "-o") { Description = "Where the ZIP file goes; it must not exist.", HelpName = "FILE", Required = true };

    private static readonly Option<string> Address = new("--address")
    {
        Description = "Where the app serves.",
        HelpName = "URL",
        DefaultValueFactory = _ => "http://127.0.0.1:7071",
    };

    private static readonly Option<string> Data = new("--data")
    {
        Description = "The data folder of the served app, which trusts the issuer in it.",
        HelpName = "DIR",
        DefaultValueFactory = _ => ".samkjop",
    };

    public static Command Create()
    {
        var command = new Command("archive", "Export a round's journal with its files from a served app, as its auditor: Noark 5 metadata, documents, audit log.") { Round, Output, Address, Data };
        command.Validators.Add(result =>
        {
            if (result.GetValue(Address) is { } text && AddressOf(text) is null)
            {
                result.AddError($"'{text}' is no address. Give one such as http://127.0.0.1:7071.");
            }
        });
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var (output, address) = (parsed.GetValue(Output)!, AddressOf(parsed.GetValue(Address)!)!);
        if (File.Exists(output))
        {
            throw new CommandFault(ExitCode.Misused, $"There is a file '{output}' already. Nothing was exported; name another.");
        }

        using var issuer = DevelopmentIssuer.Open(parsed.GetValue(Data)!);
        var token = issuer.Issue(new Caller("auditor", [Role.Auditor]), DateTimeOffset.UtcNow, TimeSpan.FromMinutes(30));
        using var http = new HttpClient { BaseAddress = new Uri(address, "/api/"), Timeout = Timeout.InfiniteTimeSpan };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var part = output + ".part";
        try
        {
            await DownloadAsync(http, $"rounds/{Uri.EscapeDataString(parsed.GetValue(Round)!)}/journal-export", part, cancellationToken);
            File.Move(part, output);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or UnauthorizedAccessException)
        {
            File.Delete(part);
            throw new CommandFault(ExitCode.Failed, $"The journal could not be fetched from {address}. {fault.Message} Nothing was kept; see that the app serves there ('./run serve'), and try again.");
        }

        await Console.Out.WriteLineAsync($"The journal of round {parsed.GetValue(Round)} is in {output} ({new FileInfo(output).Length} bytes). Begin with arkivstruktur.xml.");
        return ExitCode.Done;
    }

    private static Uri? AddressOf(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is ("http" or "https") ? address : null;

    private static async Task DownloadAsync(HttpClient http, string path, string file, CancellationToken cancellationToken)
    {
        using var response = await http.GetAsync(path, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            throw new CommandFault(ExitCode.Failed, $"The app refused: {await response.Content.ReadAsStringAsync(cancellationToken)}");
        }

        await using var target = new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.None);
        await response.Content.CopyToAsync(target, cancellationToken);
    }
}
