using System.CommandLine;
using System.Globalization;
using Samkjop.People;

namespace Samkjop.Host.CommandLine;

/// <summary><c>samkjop token</c>.</summary>
internal static class TokenCommand
{
    private static readonly Option<string> Data = new("--data")
    {
        Description = "The data folder of the served app, which trusts the issuer in it.",
        HelpName = "DIR",
        DefaultValueFactory = _ => ".samkjop",
    };

    private static readonly Option<string> Subject = new("--subject") { Description = "Who the caller is.", HelpName = "ID", Required = true };

    private static readonly Option<string[]> Roles = new("--role")
    {
        Description = "What the caller may do; repeat for several.",
        HelpName = "ROLE",
        Required = true,
        AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<string?> Agency = new("--agency") { Description = "The agency that the caller acts for.", HelpName = "ID" };
    private static readonly Option<string?> Supplier = new("--supplier") { Description = "The supplier that the caller acts for.", HelpName = "ID" };

    private static readonly Option<string> ValidFor = new("--valid-for")
    {
        Description = "How long the token works, such as 30m, 8h or 7d.",
        HelpName = "TIME",
        DefaultValueFactory = _ => "8h",
    };

    public static Command Create()
    {
        Roles.AcceptOnlyFromAmong([.. Role.All]);
        var command = new Command("token", "Print a token of the development issuer, to call a served app with.") { Data, Subject, Roles, Agency, Supplier, ValidFor };
        command.Validators.Add(result =>
        {
            if (result.GetValue(ValidFor) is { } text && Lifetime(text) is null)
            {
                result.AddError($"'{text}' is no time. Give one such as 30m, 8h or 7d, at most 365d.");
            }
        });
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        using var issuer = DevelopmentIssuer.Open(parsed.GetValue(Data)!);
        var caller = new Caller(parsed.GetValue(Subject)!, [.. parsed.GetValue(Roles)!], parsed.GetValue(Agency), parsed.GetValue(Supplier));
        Console.Out.WriteLine(issuer.Issue(caller, DateTimeOffset.UtcNow, Lifetime(parsed.GetValue(ValidFor)!)!.Value));
        return ExitCode.Done;
    }

    private static TimeSpan? Lifetime(string text)
    {
        TimeSpan? unit = text is [.., var last] ? last switch { 'm' => TimeSpan.FromMinutes(1), 'h' => TimeSpan.FromHours(1), 'd' => TimeSpan.FromDays(1), _ => null } : null;
        return unit is { } u && int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0 && u * count <= TimeSpan.FromDays(365)
            ? u * count
            : null;
    }
}
