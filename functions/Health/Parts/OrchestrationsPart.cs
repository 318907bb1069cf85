using Microsoft.DurableTask.Client;
using Samkjop.Health;

namespace Samkjop.Functions.Health.Parts;

/// <summary>The durable backend answers, and no orchestration stands failed. Made for each look, since only an invocation has the client.</summary>
internal sealed class OrchestrationsPart(DurableTaskClient durable) : IPlatformPart
{
    private const int MostNamed = 20;

    public string Name => "orchestrations";

    public string Consequence => "rounds stand still until it does, and go on from their documents then. Check the task hub's storage";

    public async Task<PartFinding> LookAsync(CancellationToken cancellationToken)
    {
        var failed = new List<string>();
        var query = new OrchestrationQuery(Statuses: [OrchestrationRuntimeStatus.Failed], PageSize: MostNamed);
        await foreach (var instance in durable.GetAllInstancesAsync(query).WithCancellation(cancellationToken))
        {
            failed.Add(instance.InstanceId);
            if (failed.Count == MostNamed)
            {
                break;
            }
        }

        return failed.Count == 0
            ? PartFinding.Fine()
            : new PartFinding(
                PartState.Degraded,
                "an orchestration has failed. Its documents are as they were; mend the cause that it names, and the next sweep resumes the round from them",
                string.Join(", ", failed));
    }
}
