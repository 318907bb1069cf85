using System.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Samkjop.Telemetry;

namespace Samkjop.Host;

/// <summary>
/// Sends traces and metrics to an OpenTelemetry collector when <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> names one; the other standard variables count as well.
/// Without it nothing is collected and nothing leaves the process. Logs stay on standard error.
/// </summary>
internal static class HostTelemetry
{
    /// <summary>The setting that turns it on.</summary>
    public const string EndpointSetting = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private const string NameSetting = "OTEL_SERVICE_NAME";

    public static IServiceCollection AddHostTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        if (string.IsNullOrEmpty(configuration[EndpointSetting]))
        {
            return services;
        }

        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(
                configuration[NameSetting] is { Length: > 0 } name ? name : "samkjop", serviceVersion: typeof(HostTelemetry).Assembly.GetName().Version?.ToString(3)))
            .WithTracing(tracing => tracing.AddSamkjop())
            .WithMetrics(metrics => metrics.AddMeter([.. SamkjopTelemetry.Meters]).AddAspNetCoreInstrumentation())
            .UseOtlpExporter();
        return services;
    }

    /// <summary>The app's sources, and requests but for those of the probes.</summary>
    public static TracerProviderBuilder AddSamkjop(this TracerProviderBuilder tracing) => tracing
        .AddSource([.. SamkjopTelemetry.Sources])
        .AddAspNetCoreInstrumentation(requests =>
        {
            requests.Filter = http => !http.Request.Path.StartsWithSegments("/api/health", StringComparison.OrdinalIgnoreCase);
            requests.EnrichWithHttpResponse = (span, _) => LeaveOutAddress(span);
        });

    /// <summary>Addresses hold ids of suppliers and bids, and signatures of uploads: the route says enough.</summary>
    private static void LeaveOutAddress(Activity span) => span.SetTag("url.path", span.GetTagItem("http.route")).SetTag("url.query", null);
}
