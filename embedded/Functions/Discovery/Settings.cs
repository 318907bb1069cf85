using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;
using Microsoft.Extensions.Configuration;

namespace Samkjop.Embedded.Functions.Discovery;

/// <summary>Replaces <c>%Setting%</c> in trigger attributes by the app's configuration.</summary>
internal sealed class Settings(IConfiguration configuration)
{
    public TriggerBindingAttribute Resolve(TriggerBindingAttribute trigger, string function) => trigger switch
    {
        TimerTriggerAttribute t when t.Schedule.Contains('%') =>
            new TimerTriggerAttribute(Text(t.Schedule, function)) { UseMonitor = t.UseMonitor, RunOnStartup = t.RunOnStartup },
        QueueTriggerAttribute q when q.QueueName.Contains('%') =>
            new QueueTriggerAttribute(Text(q.QueueName, function)) { Connection = q.Connection },
        CosmosDBTriggerAttribute c when c.ContainerName.Contains('%') || c.DatabaseName.Contains('%') =>
            new CosmosDBTriggerAttribute(Text(c.DatabaseName, function), Text(c.ContainerName, function))
            {
                Connection = c.Connection,
                LeaseContainerName = c.LeaseContainerName,
                LeaseContainerPrefix = c.LeaseContainerPrefix,
                FeedPollDelay = c.FeedPollDelay,
                MaxItemsPerInvocation = c.MaxItemsPerInvocation,
                StartFromBeginning = c.StartFromBeginning,
                ChangeFeedMode = c.ChangeFeedMode,
            },
        _ => trigger,
    };

    private string Text(string text, string function)
    {
        var parts = text.Split('%');
        if (parts.Length % 2 == 0)
            throw FunctionCompiler.Refusal(function, $"has '{text}' with an unpaired '%'. Write a setting as %Name%.");

        for (var i = 1; i < parts.Length; i += 2)
            parts[i] = configuration[parts[i].Replace("__", ":", StringComparison.Ordinal)] is { Length: > 0 } value
                ? value
                : throw FunctionCompiler.Refusal(function, $"needs the setting '{parts[i]}', which is not set. Set it, for instance as an environment variable.");
        return string.Concat(parts);
    }
}
