using Microsoft.AspNetCore.Http;
using Samkjop.Embedded.Runtime;

namespace Samkjop.Embedded.Functions.Hosting;

/// <summary>Lets requests in when the app is ready, and keeps business time still while one is served.</summary>
internal sealed class RequestGate(WorkScheduler scheduler)
{
    private const string WrongMethod = "405 HTTP Method Not Supported";

    private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Open() => _open.TrySetResult();

    /// <summary>Ends the requests that still wait to be let in.</summary>
    public void Close() => _open.TrySetCanceled();

    public async Task PassAsync(HttpContext context, RequestDelegate next)
    {
        await _open.Task.WaitAsync(context.RequestAborted);
        using var held = scheduler.Hold(WorkKind.Request);

        // The real host knows no 405: a method that no function lists is no route.
        if (context.GetEndpoint()?.DisplayName == WrongMethod)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        await next(context);
    }
}
