using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Samkjop.Embedded.Functions.Discovery;

/// <summary>The binding types as they stand in the real host's metadata.</summary>
internal static class TriggerTypes
{
    public static string Of(BindingAttribute binding) => binding switch
    {
        HttpTriggerAttribute => "httpTrigger",
        TimerTriggerAttribute => "timerTrigger",
        QueueTriggerAttribute => "queueTrigger",
        CosmosDBTriggerAttribute => "cosmosDBTrigger",
        OrchestrationTriggerAttribute => "orchestrationTrigger",
        ActivityTriggerAttribute => "activityTrigger",
        DurableClientAttribute => "durableClient",
        _ => binding.GetType().Name,
    };
}
