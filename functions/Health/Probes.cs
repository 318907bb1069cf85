using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Samkjop.Functions.Http;
using Samkjop.Ports;
using Samkjop.Purchasing;

namespace Samkjop.Functions.Health;

/// <param name="Status"><c>healthy</c> or <c>unhealthy</c>.</param>
/// <param name="Checks">Check → <c>ok</c>, or what is wrong in words.</param>
public sealed record HealthReport(string Status, IReadOnlyDictionary<string, string> Checks);

/// <summary>Whether the process answers, and whether it can do its work.</summary>
public sealed class Probes(IDocumentStore store, IBlobStore blobs)
{
    private const string Ok = "ok";

    [Function("GetLiveness")]
    [OpenToAll("Probes have no token.")]
    public static IResult Live([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "health/live")] HttpRequest request) =>
        Reply.Ok(new HealthReport("healthy", new Dictionary<string, string>(StringComparer.Ordinal) { ["process"] = Ok }));

    [Function("GetReadiness")]
    [OpenToAll("Probes have no token; the answer names parts of the platform, never its data.")]
    public async Task<IResult> ReadyAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "health/ready")] HttpRequest request,
        [DurableClient] DurableTaskClient durable,
        CancellationToken cancellationToken)
    {
        var checks = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["documentStore"] = await CheckAsync(() => store.FindAsync<Round>("health", "round", cancellationToken)),
            ["blobStore"] = await CheckAsync(() => blobs.FindAsync(BlobContainers.Records, "health/probe", cancellationToken)),
            ["orchestrations"] = await CheckAsync(() => durable.GetInstanceAsync("health", cancellationToken)),
        };
        var healthy = checks.Values.All(check => check == Ok);
        return new Reply(
            healthy ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable,
            new HealthReport(healthy ? "healthy" : "unhealthy", checks));
    }

    private static async Task<string> CheckAsync(Func<Task> check)
    {
        try
        {
            await check();
            return Ok;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return $"does not answer ({exception.GetType().Name}); requests that need it get 503 until it does";
        }
    }
}
