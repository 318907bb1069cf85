using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Samkjop.Functions.Http;

/// <summary>A file to keep; a browser saves it and never shows it.</summary>
/// <param name="Content">Its bytes; left out when the record itself is serialised, as with <see cref="Reply"/>.</param>
/// <param name="ContentType">Media type.</param>
/// <param name="FileName">The name that it is saved under: letters, digits, hyphens and a point.</param>
public sealed record FileReply([property: JsonIgnore] ReadOnlyMemory<byte> Content, string ContentType, string FileName) : IResult
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
        await response.Body.WriteAsync(Content, httpContext.RequestAborted);
    }
}
