using Azure.Core.Serialization;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Samkjop.Embedded.Functions;
using Samkjop.Embedded.Storage;
using Samkjop.Functions.Composition;
using Samkjop.Functions.Http.Tokens;
using Samkjop.Host.Storage;
using Samkjop.Ports;
using Samkjop.Serialization;

namespace Samkjop.Host;

/// <summary>The function app with the local adapters of its ports: one process, one folder.</summary>
public sealed class SamkjopApp : IAsyncDisposable
{
    private readonly EmbeddedFunctionsApp _app;

    private SamkjopApp(EmbeddedFunctionsApp app, SqliteFile file, DevelopmentIssuer issuer) => (_app, File, Issuer) = (app, file, issuer);

    /// <summary>The one state file.</summary>
    public SqliteFile File { get; }

    /// <summary>Issues tokens that the app trusts.</summary>
    public DevelopmentIssuer Issuer { get; }

    /// <summary>Where requests are taken, once started.</summary>
    public Uri Address => _app.Address;

    public EmbeddedFunctionsApp Functions => _app;

    public IServiceProvider Services => _app.Services;

    public IDocumentStore Store => Services.GetRequiredService<IDocumentStore>();

    /// <summary>Puts the app together; nothing runs yet.</summary>
    /// <exception cref="FunctionStartupException">A function, a setting or the address is refused; the message says what to do.</exception>
    public static SamkjopApp Create(SamkjopAppOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Directory.CreateDirectory(options.DataFolder);
        var file = SqliteFile.Open(Path.Combine(options.DataFolder, "samkjop.db"), new SqliteFileOptions { FullSync = options.FullSync });
        var issuer = DevelopmentIssuer.Open(options.DataFolder);
        var builder = EmbeddedFunctionsBuilder.Create(new EmbeddedFunctionsOptions
        {
            Assemblies = [typeof(SamkjopExtensions).Assembly],
            File = file,
            Scheduler = options.Scheduler,
            Engine = options.Engine,
            Hostile = options.HostileTriggers,
            StandIns = options.StandIns,
            Listen = options.Listen,
            MapEndpoints = web => web.Services.GetRequiredService<UploadEndpoint>().Map(web),
        });

        builder.Configuration.AddInMemoryCollection(IssuerSettings(issuer));
        builder.Logging.SetMinimumLevel(options.MinimumLogLevel);
        // Standard output tells the story; what the machinery has to say goes beside it.
        builder.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.Configure<WorkerOptions>(worker => worker.Serializer = new JsonObjectSerializer(SamkjopJson.Stored));
        if (options.ExportTelemetry)
        {
            builder.Services.AddHostTelemetry(builder.Configuration);
        }

        builder.Services.AddLocalAdapters(file, options);
        options.Adapters?.Invoke(builder.Services);
        builder.Services.TryAddSingleton<ITokenKeys>(issuer);
        builder.Services.AddSamkjop(builder.Configuration);
        builder.UseSamkjop();
        return new SamkjopApp(builder.Build(), file, issuer);
    }

    public Task StartAsync(CancellationToken cancellationToken = default) => _app.StartAsync(cancellationToken);

    /// <summary>Takes no more requests, lets what runs come to its end; what waits is kept for the next start.</summary>
    public Task StopAsync(CancellationToken cancellationToken = default) => _app.StopAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await File.DisposeAsync();
        Issuer.Dispose();
    }

    private static Dictionary<string, string?> IssuerSettings(DevelopmentIssuer issuer)
    {
        var trusted = DevelopmentIssuer.Trusted;
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            [$"{TokenOptions.Section}:Issuers:0:Issuer"] = trusted.Issuer,
            [$"{TokenOptions.Section}:Issuers:0:Audience"] = trusted.Audience,
        };
        for (var i = 0; i < trusted.GrantableRoles.Count; i++)
        {
            settings[$"{TokenOptions.Section}:Issuers:0:GrantableRoles:{i}"] = trusted.GrantableRoles[i];
        }

        return settings;
    }
}
