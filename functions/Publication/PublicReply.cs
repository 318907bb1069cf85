using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Samkjop.Serialization;

namespace Samkjop.Functions.Publication;

/// <summary>What anybody may read and keep for a minute, or 304 when the reader has it already.</summary>
/// <param name="ETag">Without quotes.</param>
/// <param name="Make">Makes the body; called only when it is sent. Left out when the record itself is serialised.</param>
public sealed record PublicReply(string ETag, [property: JsonIgnore] Func<object> Make) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        var response = httpContext.Response;
        response.Headers.ETag = $"\"{ETag}\"";
        response.Headers.CacheControl = "public, max-age=60";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.AccessControlAllowOrigin = "*";
        if (IsKnown(httpContext.Request))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.StatusCode = StatusCodes.Status200OK;
        var body = Make();
        await response.WriteAsJsonAsync(body, body.GetType(), SamkjopJson.Options, "application/json", httpContext.RequestAborted);
    }

    /// <summary>Weak comparison, as RFC 9110 section 13.1.2 says of If-None-Match.</summary>
    private bool IsKnown(HttpRequest request) =>
        EntityTagHeaderValue.TryParseList(request.Headers.IfNoneMatch, out var tags)
        && tags.Any(tag => tag.Tag.Value is "*" || tag.Tag.Value?.Trim('"') == ETag);
}
