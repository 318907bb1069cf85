using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace Samkjop.Tests.Functions.App;

public sealed record Greeting(string Text);

public static class HttpSamples
{
    [Function("Hello")]
    public static IResult Hello([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "hello/{name}")] HttpRequest request, string name) =>
        Results.Json(new Greeting($"Hello {name}{request.Query["mark"]}"));

    [Function("Typed")]
    public static IResult Typed(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "typed/{number:int}/{id}/{at}")] HttpRequest request,
        int number, Guid id, DateTimeOffset at) =>
        Results.Text(string.Create(CultureInfo.InvariantCulture, $"{number + 1} {id:N} {at:u}"));

    [Function("Loose")]
    public static IResult Loose([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "loose/{number}")] HttpRequest request, int number) =>
        Results.Text(number.ToString(CultureInfo.InvariantCulture));

    [Function("Optional")]
    public static IResult Optional([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "optional/{page?}")] HttpRequest request, int? page) =>
        Results.Text(page?.ToString(CultureInfo.InvariantCulture) ?? "none");

    [Function("AnyMethod")]
    public static IResult AnyMethod([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) => Results.Text(request.Method);

    [Function("Silent")]
    public static Task Silent([HttpTrigger(AuthorizationLevel.Anonymous, "post")] HttpRequest request, CancellationToken cancellation) => Task.CompletedTask;

    [Function("Fails")]
    public static IResult Fails([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) =>
        throw new InvalidOperationException("secret detail");

    [Function("FailsLater")]
    public static async Task<IResult> FailsLater([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request)
    {
        await Task.Yield();
        throw new InvalidOperationException("secret detail");
    }

    [Function("Keyed")]
    public static IResult Keyed([HttpTrigger(AuthorizationLevel.Function, "get")] HttpRequest request, FunctionContext context)
    {
        context.InstanceServices.GetRequiredService<Journal>().Write("keyed ran");
        return Results.Ok();
    }

    [Function("AdminOnly")]
    public static IResult AdminOnly([HttpTrigger(AuthorizationLevel.Admin, "get")] HttpRequest request) => Results.Ok();

    [Function("Slow")]
    public static async Task<IResult> Slow([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request, FunctionContext context)
    {
        var journal = context.InstanceServices.GetRequiredService<Journal>();
        journal.Write("slow began");
        await journal.Released.Task;
        return Results.Ok();
    }

    [Function("Now")]
    public static IResult Now([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) =>
        Results.Text(request.HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().ToString("u", CultureInfo.InvariantCulture));

    [Function("Described")]
    public static IResult Described([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request, FunctionContext context) =>
        Results.Text(string.Join(' ',
            context.FunctionDefinition.Name,
            context.FunctionDefinition.EntryPoint,
            Path.GetFileName(context.FunctionDefinition.PathToAssembly),
            string.Join(',', context.FunctionDefinition.InputBindings.Values.Select(b => $"{b.Name}:{b.Type}")),
            ReferenceEquals(context.GetHttpContext(), request.HttpContext),
            context.InvocationId));
}
