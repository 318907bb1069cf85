using System.Diagnostics;
using Microsoft.Azure.Functions.Worker;

namespace Samkjop.Embedded.Functions.Invocation;

/// <summary>
/// One span per invocation, as the real worker has it with its OpenTelemetry package (schema 1.37.0). An HTTP request's belongs to the request, an
/// activity's to the call of the orchestrator; what a timer, a queue or a change feed starts is a trace of its own. Orchestrators have the engine's spans
/// only: the real worker's span for each of their turns would tell how often code was replayed.
/// </summary>
internal static class WorkerTracing
{
    private static readonly ActivitySource Source = new("Microsoft.Azure.Functions.Worker");

    /// <summary>Whether this invocation is to be told of.</summary>
    public static bool Covers(EmbeddedFunctionContext context) => Source.HasListeners() && context.Function.Trigger is not OrchestrationTriggerAttribute;

    /// <summary>Runs an invocation within its span. A failure is told by its type, since messages may hold what is not for everyone.</summary>
    public static async Task RunAsync(EmbeddedFunctionContext context, Func<FunctionContext, Task> run)
    {
        if (context.Function.Trigger is not (HttpTriggerAttribute or ActivityTriggerAttribute))
            Activity.Current = null;

        using var span = Source.StartActivity($"function {context.FunctionDefinition.Name}");
        span?.SetTag("schema.url", "https://opentelemetry.io/schemas/1.37.0")
            .SetTag("faas.invocation_id", context.InvocationId)
            .SetTag("faas.name", context.FunctionDefinition.Name);
        try
        {
            await run(context);
        }
        catch (Exception exception)
        {
            span?.SetStatus(ActivityStatusCode.Error, exception.GetType().FullName);
            throw;
        }
    }
}
