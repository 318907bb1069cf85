using System.Collections.Immutable;
using Microsoft.DurableTask;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Samkjop.Embedded.DurableTask;
using Samkjop.Embedded.Functions;
using Samkjop.Embedded.Runtime;

namespace Samkjop.Host;

/// <summary>How the whole app is put together in one process.</summary>
public sealed record SamkjopAppOptions
{
    /// <summary>Where all state lies: the SQLite file, blobs, secrets, the development issuer's key.</summary>
    public required string DataFolder { get; init; }

    /// <summary>Business time and the order of work.</summary>
    public required WorkScheduler Scheduler { get; init; }

    /// <summary>Where requests are taken; port 0 for a free one. Loopback only.</summary>
    public Uri Listen { get; init; } = new("http://127.0.0.1:7071");

    /// <summary>True: an acknowledged change survives a loss of power. False: it survives the death of the process only.</summary>
    public bool FullSync { get; init; } = true;

    public DurableEngineOptions Engine { get; init; } = new();

    /// <summary>Hostile behaviour of triggers, for tests.</summary>
    public HostileTriggers? HostileTriggers { get; init; }

    /// <summary>Registers adapters of ports in the place of the local ones; null for those. The orchestrations stay in the SQLite file.</summary>
    public Action<IServiceCollection>? Adapters { get; init; }

    /// <summary>Orchestrators of another release that stand in for those of the same name, for tests of deployments.</summary>
    public IReadOnlyDictionary<string, Func<ITaskOrchestrator>> StandIns { get; init; } = ImmutableDictionary<string, Func<ITaskOrchestrator>>.Empty;

    /// <summary>Whether traces and metrics go where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says; not on virtual time, whose instants no collector understands.</summary>
    public bool ExportTelemetry { get; init; }

    /// <summary>Makes generated secrets repeatable, for rehearsals; null for real ones.</summary>
    public string? SecretSeed { get; init; }

    public LogLevel MinimumLogLevel { get; init; } = LogLevel.Warning;
}
