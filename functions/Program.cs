using Azure.Core.Serialization;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Samkjop.Azure;
using Samkjop.Functions.Composition;
using Samkjop.Serialization;
using Samkjop.Telemetry;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();

// The worker's own log goes by the levels of host.json too, so that there is one place to turn them.
var host = new ConfigurationBuilder().AddJsonFile(Path.Combine(AppContext.BaseDirectory, "host.json")).Build();
builder.Logging.AddConfiguration(host.GetSection("logging"));
AddTelemetry(builder.Services, builder.Configuration);

builder.Services.Configure<WorkerOptions>(worker => worker.Serializer = new JsonObjectSerializer(SamkjopJson.Stored));
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddAzureAdapters(builder.Configuration, builder.Environment.IsDevelopment());
builder.Services.AddSamkjop(builder.Configuration);
builder.UseSamkjop();

await builder.Build().RunAsync();

// With nowhere to send telemetry the worker leaves its log to the Functions host, which shows it on the console.
static void AddTelemetry(IServiceCollection services, IConfiguration configuration)
{
    var monitor = configuration["APPLICATIONINSIGHTS_CONNECTION_STRING"];
    var collector = configuration["OTEL_EXPORTER_OTLP_ENDPOINT"];
    if (string.IsNullOrEmpty(monitor) && string.IsNullOrEmpty(collector))
        return;

    var telemetry = services.AddOpenTelemetry()
        // No spans of HTTP calls: the addresses of documents and blobs tell who has bid. The stores have spans of their own, without them.
        .WithTracing(tracing => tracing.AddSource([.. SamkjopTelemetry.Sources]))
        .WithMetrics(metrics => metrics
            .AddMeter([.. SamkjopTelemetry.Meters])
            .AddHttpClientInstrumentation())
        .WithLogging()
        .UseFunctionsWorkerDefaults();
    if (!string.IsNullOrEmpty(monitor))
    {
        telemetry.UseAzureMonitorExporter(exporter =>
        {
            exporter.ConnectionString = monitor;
            exporter.Credential = MonitorIdentity.From(configuration[MonitorIdentity.Setting]);
        });
    }

    if (!string.IsNullOrEmpty(collector))
        telemetry.UseOtlpExporter();
}
