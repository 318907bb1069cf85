using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Samkjop.Embedded.Functions.Invocation;

namespace Samkjop.Embedded.Functions.Durable;

/// <summary>Makes the app's orchestrators and activities known to the engine.</summary>
internal static class DurableFunctions
{
    public static void Register(DurableTaskRegistry registry, IEnumerable<FunctionEntry> functions, FunctionInvoker invoker, IReadOnlyDictionary<string, Func<ITaskOrchestrator>> standIns)
    {
        foreach (var function in functions)
        {
            switch (function.Trigger)
            {
                case OrchestrationTriggerAttribute:
                    var name = FunctionOrchestrator.NameOf(function);
                    registry.AddOrchestrator(name, standIns.GetValueOrDefault(name) ?? (() => new FunctionOrchestrator(function, invoker)));
                    break;
                case ActivityTriggerAttribute:
                    FunctionActivity activity = new(function, invoker);
                    registry.AddActivity(FunctionActivity.NameOf(function), _ => activity);
                    break;
            }
        }
    }
}
