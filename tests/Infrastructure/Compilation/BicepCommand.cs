using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;

namespace Samkjop.Tests.Infrastructure.Compilation;

/// <summary>Runs the Bicep command line that came with the packages. It reads files and no network.</summary>
internal static class BicepCommand
{
    /// <summary>What a person deploying sets; parameter files read it.</summary>
    public static IReadOnlyDictionary<string, string> Environment { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["AZURE_ENV_NAME"] = "samkjop-test",
        ["AZURE_LOCATION"] = "norwayeast",
        ["SAMKJOP_STAFF_TENANT_ID"] = "11111111-2222-3333-4444-555555555555",
        ["SAMKJOP_STAFF_AUDIENCE"] = "api://samkjop",
        ["SAMKJOP_SUPPLIER_AUDIENCE"] = "https://samkjop.example.no",
        ["SAMKJOP_ALERT_EMAIL"] = "samkjop@example.no",
        ["SAMKJOP_BUDGET_START"] = "2026-12-01",
    };

    private static readonly string _program = typeof(BicepCommand).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == nameof(BicepCommand)).Value!;

    /// <summary>Standard output, and everything that was complained of. Warnings count as failures, whatever the exit code.</summary>
    public static (string Output, string Complaints) Run(params ReadOnlySpan<string> arguments)
    {
        if (!OperatingSystem.IsLinux() || RuntimeInformation.ProcessArchitecture != System.Runtime.InteropServices.Architecture.X64)
        {
            throw new PlatformNotSupportedException("The Bicep command line that the packages bring runs on Linux x64 only. Nothing was checked; run these tests there, or in CI.");
        }

        var start = new ProcessStartInfo(_program) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in Environment)
        {
            start.Environment[name] = value;
        }

        start.Environment["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1";
        using var process = Process.Start(start)!;
        var complaints = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var told = complaints.GetAwaiter().GetResult().Trim();
        return (output, process.ExitCode == 0 ? told : $"exit {process.ExitCode}: {told}");
    }

    /// <summary>Standard output of a run that nothing is complained of.</summary>
    public static string Output(params ReadOnlySpan<string> arguments)
    {
        var (output, complaints) = Run(arguments);
        return complaints.Length == 0 ? output : throw new InvalidOperationException($"bicep {string.Join(' ', arguments)}: {complaints}");
    }
}
