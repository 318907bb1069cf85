using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Samkjop.Tests.Functions.App;

/// <summary>Functions that a host must refuse. They carry no <c>[Function]</c>, so only the test that names them finds them.</summary>
public class BadSamples
{
    public static IResult NoTrigger(HttpRequest request) => Results.Ok();

    public static IResult TwoTriggers([HttpTrigger] HttpRequest request, [TimerTrigger("0 0 * * * *")] TimerInfo timer) => Results.Ok();

    internal static IResult NotPublic([HttpTrigger] HttpRequest request) => Results.Ok();

    public static IResult BadRoute([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "a/{b")] HttpRequest request) => Results.Ok();

    public static IResult AdminRoute([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "admin/users")] HttpRequest request) => Results.Ok();

    public static IResult RouteAsMethod([HttpTrigger(AuthorizationLevel.Anonymous, "rounds/{id}")] HttpRequest request) => Results.Ok();

    public static IResult UserLevel([HttpTrigger(AuthorizationLevel.User, "get")] HttpRequest request) => Results.Ok();

    public static Greeting ReturnsPoco([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) => new("dropped");

    public static Task<IActionResult> ReturnsAction([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) => throw new NotSupportedException();

    public static ValueTask<IResult> ReturnsValueTask([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) => ValueTask.FromResult(Results.Ok());

    public static IResult WrongTriggerType([HttpTrigger(AuthorizationLevel.Anonymous, "get")] string body) => Results.Ok();

    public static IResult TakesHttpContext([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request, HttpContext context) => Results.Ok();

    public static IResult NotInRoute([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "a/{b}")] HttpRequest request, string c) => Results.Ok();

    public static IResult OtherCase([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "a/{Id}")] HttpRequest request, string id) => Results.Ok();

    public static IResult OptionalButRequired([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "a/{b?}")] HttpRequest request, int b) => Results.Ok();

    public static IResult WrongClient([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request, [DurableClient] string client) => Results.Ok();

    public static void BadSchedule([TimerTrigger("hourly")] TimerInfo timer)
    {
    }

    public static void UnsetSchedule([TimerTrigger("%No:Such%")] TimerInfo timer)
    {
    }

    public static void BadQueue([QueueTrigger("Letters")] string message)
    {
    }

    [FixedDelayRetry(3, "00:00:01")]
    public static void RetriedQueue([QueueTrigger("letters")] string message)
    {
    }

    public static void TwoParameters([QueueTrigger("letters")] string message, string other)
    {
    }

    public static void OneDocument([CosmosDBTrigger("samkjop", "things")] Thing thing)
    {
    }

    public static void AllVersions([CosmosDBTrigger("samkjop", "things", ChangeFeedMode = CosmosDBChangeFeedMode.AllVersionsAndDeletes)] IReadOnlyList<Thing> things)
    {
    }

    public Task InstanceOrchestrator([OrchestrationTrigger] TaskOrchestrationContext context) => Task.CompletedTask;

    public static Task InterfaceInput([OrchestrationTrigger] TaskOrchestrationContext context, IReadOnlyList<string> input) => Task.CompletedTask;

    public static Task NullableInput([OrchestrationTrigger] TaskOrchestrationContext context, int? input) => Task.CompletedTask;

    public static Task TakesTaskContext([ActivityTrigger] TaskActivityContext context) => Task.CompletedTask;

    public static void Overloaded([QueueTrigger("letters")] string message)
    {
    }

    public static void Overloaded(int other)
    {
    }

    public static void Letters1([QueueTrigger("letters")] string message)
    {
    }

    public static void Letters2([QueueTrigger("letters")] string message)
    {
    }

    public static IResult Route1([HttpTrigger(AuthorizationLevel.Anonymous, "get", "put", Route = "x/{a}")] HttpRequest request, string a) => Results.Ok();

    public static IResult Route2([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "X/{b}")] HttpRequest request, string b) => Results.Ok();

    public static IResult Route3([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "x/{a}")] HttpRequest request, string a) => Results.Ok();

    public static void Lease1([CosmosDBTrigger("samkjop", "things")] IReadOnlyList<Thing> things)
    {
    }

    public static void Lease2([CosmosDBTrigger("samkjop", "things", LeaseContainerName = "leases")] IReadOnlyList<Thing> things)
    {
    }

    public static Task Same1([ActivityTrigger(Activity = "Same")] string input) => Task.CompletedTask;

    public static Task Same2([ActivityTrigger(Activity = "same")] string input, DurableTaskClient? client = null) => Task.CompletedTask;
}
