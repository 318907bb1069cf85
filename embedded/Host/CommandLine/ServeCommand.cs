using System.CommandLine;
using Microsoft.Extensions.Logging;
using Samkjop.Embedded.Functions;
using Samkjop.Embedded.Runtime;

namespace Samkjop.Host.CommandLine;

/// <summary><c>samkjop serve</c>.</summary>
internal static class ServeCommand
{
    private static readonly Option<string> Data = new("--data")
    {
        Description = "Folder where all state is kept.",
        HelpName = "DIR",
        DefaultValueFactory = _ => ".samkjop",
    };

    private static readonly Option<string> Urls = new("--urls")
    {
        Description = "Where to take requests; loopback only.",
        HelpName = "URL",
        DefaultValueFactory = _ => "http://127.0.0.1:7071",
    };

    private static readonly Option<bool> Verbose = new("--verbose") { Description = "Also log what goes well." };

    public static Command Create()
    {
        var command = new Command("serve", $"Serve the app over HTTP, by the real clock, until Ctrl+C. With {HostTelemetry.EndpointSetting} set, traces and metrics go to that OpenTelemetry collector.") { Data, Urls, Verbose };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var (data, url) = (parsed.GetValue(Data)!, parsed.GetValue(Urls)!);
        if (!Uri.TryCreate(url, UriKind.Absolute, out var listen) || listen.Scheme != Uri.UriSchemeHttp)
        {
            throw new CommandFault(ExitCode.Misused, $"'{url}' is no address to listen on. Nothing was started; give one such as http://127.0.0.1:7071.");
        }

        using var only = Alone(data);
        await using var scheduler = new WallScheduler();
        try
        {
            await using var app = SamkjopApp.Create(new SamkjopAppOptions
            {
                DataFolder = data,
                Scheduler = scheduler,
                Listen = listen,
                ExportTelemetry = true,
                MinimumLogLevel = parsed.GetValue(Verbose) ? LogLevel.Information : LogLevel.Warning,
            });
            await app.StartAsync(cancellationToken);
            await Console.Out.WriteLineAsync($"""
                Samkjop serves at {app.Address} (contract: {new Uri(app.Address, "/api/openapi.json")})
                State is kept in {data}. Ctrl+C stops; what waits goes on at the next start.
                A token to try it with: samkjop token{(data == ".samkjop" ? "" : $" --data {data}")} --subject me --role procurement-officer
                """);
            await app.Functions.WaitForShutdownAsync(cancellationToken);
        }
        catch (FunctionStartupException fault)
        {
            throw new CommandFault(ExitCode.Failed, fault.Message);
        }

        return ExitCode.Done;
    }

    /// <summary>Keeps a second process out of the folder: two would run everything twice.</summary>
    private static FileStream Alone(string data)
    {
        try
        {
            Directory.CreateDirectory(data);
            return new FileStream(Path.Combine(data, "serving"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandFault(
                ExitCode.Failed, $"The folder '{data}' cannot be served from: {exception.Message} Nothing was started; stop the other process, or choose another folder with --data.");
        }
    }
}
