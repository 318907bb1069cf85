using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Samkjop.Serialization;

namespace Samkjop.Functions.Http;

/// <summary>
/// The answer of every JSON endpoint: a status, a body, and where it applies an ETag and a Location. One type, so that the idempotency
/// middleware can remember it.
/// </summary>
/// <param name="Status">HTTP status code.</param>
/// <param name="Body">
/// Serialised with <see cref="SamkjopJson.Options"/>; null for none. Left out when the record itself is serialised: the worker sends what a
/// function returned to the Functions host as well, where a body has no business.
/// </param>
/// <param name="ETag">Without quotes.</param>
/// <param name="Location">Path of what was created.</param>
public sealed record Reply(int Status, [property: JsonIgnore] object? Body, string? ETag = null, string? Location = null) : IResult
{
    public string ContentType { get; init; } = "application/json";

    /// <summary>True when the body holds a secret that is shown once: it is not remembered under the Idempotency-Key.</summary>
    public bool IsSecret { get; init; }

    public static Reply Ok(object body, string? etag = null) => new(StatusCodes.Status200OK, body, etag);

    public static Reply Created(object body, string location, string? etag = null) => new(StatusCodes.Status201Created, body, etag, location);

    public static Reply Accepted(object? body = null) => new(StatusCodes.Status202Accepted, body);

    public static Reply NoContent() => new(StatusCodes.Status204NoContent, Body: null);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        var response = httpContext.Response;
        response.StatusCode = Status;
        if (ETag is not null)
        {
            response.Headers.ETag = $"\"{ETag}\"";
        }

        if (Location is not null)
        {
            response.Headers.Location = Location;
        }

        response.Headers.CacheControl = "no-store";
        if (Body is not null)
        {
            await response.WriteAsJsonAsync(Body, Body.GetType(), SamkjopJson.Options, ContentType, httpContext.RequestAborted);
        }
    }
}
