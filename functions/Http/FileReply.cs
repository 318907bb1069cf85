using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;

namespace Samkjop.Functions.Http;

/// <summary>A file to keep; a browser saves it and never shows it.</summary>
/// <param name="Content">Its bytes; left out when the record itself is serialised, as with <see cref="Reply"/>.</param>
/// <param name="ContentType">Media type.</param>
/// <param name="FileName">The name that it is saved under: letters, digits, hyphens and a point.</param>
public sealed record FileReply([property: JsonIgnore] ReadOnlyMemory<byte> Content, string ContentType, string FileName) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext) =>
        new StreamReply((body, aborted) => body.WriteAsync(Content, aborted).AsTask(), ContentType, FileName).ExecuteAsync(httpContext);
}
