using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;

namespace Samkjop.Functions.Http;

/// <summary>A document to read or print. It runs no script and loads nothing from elsewhere, whatever its texts say.</summary>
/// <param name="Content">UTF-8; left out when the record itself is serialised, as with <see cref="Reply"/>.</param>
public sealed record HtmlReply([property: JsonIgnore] ReadOnlyMemory<byte> Content) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        var response = httpContext.Response;
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = "text/html; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        response.Headers.XContentTypeOptions = "nosniff";
        await response.Body.WriteAsync(Content, httpContext.RequestAborted);
    }
}
