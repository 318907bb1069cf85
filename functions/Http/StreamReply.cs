using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Samkjop.Functions.Http;

/// <summary>A file that is written as it is read, so that its size needs no memory; a browser saves it and never shows it.</summary>
/// <param name="Write">Writes the content; what fails midway breaks the connection, so that no part passes for the whole.</param>
/// <param name="ContentType">Media type.</param>
/// <param name="FileName">The name that it is saved under: letters, digits, hyphens and a point.</param>
public sealed record StreamReply([property: JsonIgnore] Func<Stream, CancellationToken, Task> Write, string ContentType, string FileName) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        var response = httpContext.Response;
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = ContentType;
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = FileName }.ToString();
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        await Write(response.Body, httpContext.RequestAborted);
    }
}
