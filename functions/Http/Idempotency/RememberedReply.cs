using Microsoft.AspNetCore.Http;

namespace Samkjop.Functions.Http.Idempotency;

/// <summary>An answer given again, byte for byte.</summary>
internal sealed class RememberedReply(RememberedAnswer answer) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = answer.Status;
        if (answer.ETag is not null)
        {
            response.Headers.ETag = $"\"{answer.ETag}\"";
        }

        if (answer.Location is not null)
        {
            response.Headers.Location = answer.Location;
        }

        response.Headers.CacheControl = "no-store";
        if (answer.Body is not null)
        {
            response.ContentType = $"{answer.ContentType}; charset=utf-8";
            await response.WriteAsync(answer.Body, httpContext.RequestAborted);
        }
    }
}
