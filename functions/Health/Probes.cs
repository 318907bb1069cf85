using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Samkjop.Functions.Health.Parts;
using Samkjop.Functions.Http;
using Samkjop.Health;
using Samkjop.People;

namespace Samkjop.Functions.Health;

/// <summary>Whether the process answers, whether it can do its work, and what is wrong when it cannot.</summary>
public sealed class Probes(PlatformInspector inspector)
{
    [Function("GetLiveness")]
    [OpenToAll("Probes have no token.")]
    public static IResult Live([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "health/live")] HttpRequest request) =>
        Reply.Ok(HealthReport.Of(new Dictionary<string, PartFinding>(StringComparer.Ordinal) { ["process"] = PartFinding.Fine() }));

    [Function("GetReadiness")]
    [OpenToAll("Probes have no token; the answer names parts of the platform, never its data.")]
    public async Task<IResult> ReadyAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "health/ready")] HttpRequest request, [DurableClient] DurableTaskClient durable)
    {
        var report = HealthReport.Of(await inspector.InspectAsync(new OrchestrationsPart(durable)));
        return new Reply(report.Status == HealthReport.Unhealthy ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK, report);
    }

    [Function("GetHealthDetails")]
    [RequiresRole(Role.Administrator)]
    public async Task<IResult> DetailsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "health/details")] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        Reply.Ok(HealthDetails.Of(await inspector.InspectAsync(new OrchestrationsPart(durable))));
}
