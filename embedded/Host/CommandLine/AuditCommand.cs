using System.CommandLine;
using System.Text.Json;
using Samkjop.Audit;
using Samkjop.Serialization;

namespace Samkjop.Host.CommandLine;

/// <summary><c>samkjop audit verify</c>.</summary>
internal static class AuditCommand
{
    private static readonly Argument<string> Export = new("file") { Description = "A round's audit log as /api/rounds/…/audit-export gave it, or as it lies in a journal export." };

    private static readonly Option<string?> Head = new("--head")
    {
        Description = "The checksum of the log's last entry as it was noted elsewhere, such as in the protocol: shows whether the end was changed or cut off.",
        HelpName = "SHA256",
    };

    public static Command Create()
    {
        var verify = new Command("verify", "Hold an exported audit log against its hashes, and name what was changed, is missing or was put in. Needs nothing but the file.") { Export, Head };
        verify.SetAction(RunAsync);
        return new Command("audit", "Check an audit log without the app.") { verify };
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var path = parsed.GetValue(Export)!;
        var verifier = new AuditVerifier(parsed.GetValue(Head));
        await ReadAsync(path, verifier, cancellationToken);
        var verdict = verifier.Verdict();
        var withheld = verdict.Withheld > 0 ? $", {verdict.Withheld} of them sealed and shown by their hash alone" : "";
        if (!verdict.IsWhole)
        {
            throw new CommandFault(ExitCode.Failed, $"The audit log is NOT whole ({verdict.Entries} entries{withheld}).\n{string.Join('\n', verdict.Faults.Select(fault => fault.Text.En))}");
        }

        await Console.Out.WriteLineAsync($"The audit log is whole: {verdict.Entries} entries{withheld}. Nothing was changed, left out, put in or moved.");
        await Console.Out.WriteLineAsync($"Last checksum: {verdict.Head ?? "none, the log is empty"}");
        return ExitCode.Done;
    }

    private static async Task ReadAsync(string path, AuditVerifier verifier, CancellationToken cancellationToken)
    {
        var number = 0L;
        try
        {
            await foreach (var line in File.ReadLinesAsync(path, cancellationToken))
            {
                number++;
                verifier.Read(JsonSerializer.Deserialize<AuditExportLine>(line, SamkjopJson.Options) ?? throw Unreadable(path, $"Line {number} is null."));
            }
        }
        catch (JsonException fault)
        {
            throw Unreadable(path, $"Line {number}: {JsonFaults.Explain(fault).Text.En}");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(path, fault.Message);
        }
    }

    private static CommandFault Unreadable(string path, string why) =>
        new(ExitCode.Misused, $"The file '{path}' cannot be read as an audit log. {why} Nothing was verified; export the log anew.");
}
