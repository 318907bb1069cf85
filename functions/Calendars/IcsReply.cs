using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Samkjop.Calendars;
using Samkjop.Serialization;

namespace Samkjop.Functions.Calendars;

/// <summary>A calendar, or 304 when the reader has it already: programs ask every few hours, and mostly nothing has changed.</summary>
/// <param name="ETag">Without quotes.</param>
/// <param name="Write">Writes the calendar; called only when it is sent. Left out when the record itself is serialised.</param>
public sealed record IcsReply(string ETag, [property: JsonIgnore] Func<byte[]> Write) : IResult
{
    public const string ContentType = "text/calendar; charset=utf-8";

    /// <summary>The entries as a calendar, known by what they say.</summary>
    public static IcsReply Of(Text name, IReadOnlyList<BookedEntry> entries, Func<string, string> uidOf) =>
        new(CanonicalJson.Sha256(new Told(name, entries))[..32], () => IcsWriter.Write(name, entries, uidOf));

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        var response = httpContext.Response;
        response.Headers.ETag = $"\"{ETag}\"";
        response.Headers.CacheControl = "private, no-cache";
        response.Headers.XContentTypeOptions = "nosniff";
        if (IsKnown(httpContext.Request))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = ContentType;
        await response.Body.WriteAsync(Write(), httpContext.RequestAborted);
    }

    /// <summary>Weak comparison, as RFC 9110 section 13.1.2 says of If-None-Match.</summary>
    private bool IsKnown(HttpRequest request) =>
        EntityTagHeaderValue.TryParseList(request.Headers.IfNoneMatch, out var tags)
        && tags.Any(tag => tag.Tag.Value is "*" || tag.Tag.Value?.Trim('"') == ETag);

    private sealed record Told(Text Name, IReadOnlyList<BookedEntry> Entries);
}
