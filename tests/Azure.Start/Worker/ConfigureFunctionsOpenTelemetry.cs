using OpenTelemetry;

namespace Microsoft.Azure.Functions.Worker.OpenTelemetry;

/// <summary>Stands for the real one, which tells the Functions host to leave the worker's telemetry to the worker.</summary>
public static class ConfigureFunctionsOpenTelemetry
{
    public static IOpenTelemetryBuilder UseFunctionsWorkerDefaults(this IOpenTelemetryBuilder builder) => builder;
}
