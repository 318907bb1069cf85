using System.Collections.Immutable;
using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.DurableTask;
using Samkjop.Embedded.DurableTask;
using Samkjop.Embedded.Runtime;
using Samkjop.Embedded.Storage;

namespace Samkjop.Embedded.Functions;

/// <summary>What a functions app is made of on this host. The file and the scheduler stay the caller's: the app starts and stops the scheduler and closes neither.</summary>
public sealed record EmbeddedFunctionsOptions
{
    /// <summary>Where <c>[Function]</c> methods are looked for.</summary>
    public required IReadOnlyList<Assembly> Assemblies { get; init; }

    public required SqliteFile File { get; init; }

    public required WorkScheduler Scheduler { get; init; }

    public DurableEngineOptions Engine { get; init; } = new();

    /// <summary>Path of host.json; null for the one beside the executable.</summary>
    public string? HostJson { get; init; }

    /// <summary>Where requests are taken; port 0 takes a free one, told by <see cref="EmbeddedFunctionsApp.Address"/>.</summary>
    public Uri Listen { get; init; } = new("http://127.0.0.1:7071");

    /// <summary>Allows an address that other machines can reach. The embedded host is made for one machine: think twice.</summary>
    public bool AllowRemoteConnections { get; init; }

    /// <summary>Adds endpoints that only this host has, such as an upload address or a development issuer.</summary>
    public Action<WebApplication>? MapEndpoints { get; init; }

    /// <summary>Orchestrators of another release that stand in for those of the same name, for tests of deployments: name → a new one for each run.</summary>
    public IReadOnlyDictionary<string, Func<ITaskOrchestrator>> StandIns { get; init; } = ImmutableDictionary<string, Func<ITaskOrchestrator>>.Empty;

    /// <summary>Hostile behaviour of triggers, for tests; null for none.</summary>
    public HostileTriggers? Hostile { get; init; }
}
