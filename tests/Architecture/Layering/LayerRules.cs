using Mono.Cecil;

namespace Samkjop.Tests.Architecture.Layering;

/// <summary>What the types of one folder may refer to.</summary>
/// <param name="Folder">Folder below the root, with a slash at its end.</param>
/// <param name="OwnFolders">Folders of the same assembly that it may know.</param>
/// <param name="Namespaces">Namespaces with everything below them, or full names of single types.</param>
/// <param name="Except">Namespaces and types within <paramref name="Namespaces"/> that stay forbidden.</param>
internal sealed record LayerRule(string Folder, string Reason, string[] OwnFolders, string[] Namespaces, string[] Except)
{
    public bool Allows(CompiledAssembly assembly, TypeReference target)
    {
        if (target.Scope is ModuleDefinition)
            return assembly.FileOf(target) is not { } file
                ? IsCompilerMade(target)
                : OwnFolders.Any(folder => file.StartsWith(folder, StringComparison.Ordinal));
        if (target.Scope.Name == "Samkjop.Domain")
            return true;
        return Namespaces.Any(name => Covers(name, target.FullName)) && !Except.Any(name => Covers(name, target.FullName));
    }

    private static bool Covers(string name, string type) =>
        type == name || type.StartsWith(name + ".", StringComparison.Ordinal) || type.StartsWith(name + "`", StringComparison.Ordinal);

    // Array initialisers, read-only lists of collection expressions, nullable annotations, source-generated regular expressions.
    private static bool IsCompilerMade(TypeReference target) =>
        target.Name.StartsWith('<') || target.Namespace is "" or "Microsoft.CodeAnalysis" or "System.Runtime.CompilerServices"
            or "System.Text.RegularExpressions.Generated" or "Microsoft.Extensions.Logging.Generated";
}

/// <remarks>System.Environment is not here: an async iterator asks it for its thread's id. The analyzer of banned symbols keeps it out of the sources.</remarks>
internal static class LayerRules
{
    /// <summary>The machine's files. Streams of bytes, which the blob port gives, are none.</summary>
    private static readonly string[] Files =
    [
        "System.IO.File", "System.IO.FileInfo", "System.IO.FileStream", "System.IO.FileSystemInfo", "System.IO.FileSystemWatcher", "System.IO.Directory",
        "System.IO.DirectoryInfo", "System.IO.DriveInfo", "System.IO.Path", "System.IO.Pipes", "System.IO.MemoryMappedFiles", "System.IO.RandomAccess",
    ];

    public static LayerRule Orchestrations { get; } = new(
        "orchestrations/",
        "Orchestrations know Domain and the durable model only: no clock, no I/O, no web, no host, no triggers of functions/.",
        ["orchestrations/"],
        [
            "System", "NodaTime", "Microsoft.DurableTask", "Microsoft.Extensions.Logging", "Microsoft.Extensions.DependencyInjection",
            "Microsoft.Azure.Functions.Worker.FunctionAttribute", "Microsoft.Azure.Functions.Worker.OrchestrationTriggerAttribute",
            "Microsoft.Azure.Functions.Worker.ActivityTriggerAttribute", "Microsoft.Azure.Functions.Worker.FunctionContext",
        ],
        [
            "Microsoft.DurableTask.Client", .. Files, "System.Net", "System.Data", "System.Console", "System.Random",
            "System.Timers", "System.Diagnostics.Stopwatch", "System.Diagnostics.Process", "System.Threading.Thread", "System.Threading.ThreadPool",
            "System.Threading.Timer", "System.Threading.PeriodicTimer", "NodaTime.SystemClock",
        ]);

    public static LayerRule Functions { get; } = new(
        "functions/",
        "Functions run on two hosts: they know orchestrations, Domain, the worker's model and ASP.NET Core, but no host and no Azure SDK.",
        ["functions/", "orchestrations/"],
        [
            "System", "NodaTime", "Microsoft.DurableTask", "Microsoft.Azure.Functions.Worker", "Microsoft.AspNetCore",
            "Microsoft.IdentityModel", "Microsoft.Extensions", "Microsoft.Net.Http.Headers", "CsvHelper", "MiniExcelLibs", "Ical.Net",
        ],
        ["System.Data", "System.Console", "System.CommandLine", .. Files, "System.Random"]);
}
