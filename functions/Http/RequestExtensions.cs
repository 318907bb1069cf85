using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Samkjop.Serialization;

namespace Samkjop.Functions.Http;

/// <summary>Reading requests strictly.</summary>
public static class RequestExtensions
{
    /// <summary>Most bytes of a JSON body.</summary>
    public const int MaxBodyBytes = 1024 * 1024;

    /// <summary>Reads the JSON body; anything unknown, missing or malformed is a problem that names the place.</summary>
    /// <exception cref="ProblemException">400 malformed, 413 too large, 415 not JSON.</exception>
    public static async Task<T> ReadBodyAsync<T>(this HttpRequest request, CancellationToken cancellationToken)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!request.HasJsonContentType())
        {
            throw new ProblemException(Problem.Of(StatusCodes.Status415UnsupportedMediaType, "not-json", new Text(
                "Forespørselen må ha innholdstype application/json. Ingenting er endret.",
                "The request must have content type application/json. Nothing was changed.")));
        }

        var body = await request.ReadRawBodyAsync(cancellationToken);
        try
        {
            return JsonSerializer.Deserialize<T>(body, SamkjopJson.Options)
                ?? throw new JsonException("The body is null.", "$", null, null);
        }
        catch (JsonException exception)
        {
            throw new ProblemException(Malformed(exception));
        }
    }

    /// <summary>The raw bytes of the body, at most <see cref="MaxBodyBytes"/>.</summary>
    /// <exception cref="ProblemException">413 when larger.</exception>
    public static async Task<byte[]> ReadRawBodyAsync(this HttpRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.EnableBuffering(bufferThreshold: MaxBodyBytes, bufferLimit: MaxBodyBytes + 1L);
        request.Body.Position = 0;
        using var buffer = new MemoryStream();
        var chunk = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(chunk, cancellationToken)) > 0)
        {
            if (buffer.Length + read > MaxBodyBytes)
            {
                throw new ProblemException(Problem.Of(StatusCodes.Status413PayloadTooLarge, "body-too-large", new Text(
                    $"Forespørselen er større enn {MaxBodyBytes} byte. Ingenting er endret.",
                    $"The request is larger than {MaxBodyBytes} bytes. Nothing was changed.")));
            }

            buffer.Write(chunk, 0, read);
        }

        request.Body.Position = 0;
        return buffer.ToArray();
    }

    /// <summary>The ETag of If-Match without quotes; null when the header is absent.</summary>
    public static string? IfMatch(this HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return EntityTagHeaderValue.TryParseList(request.Headers.IfMatch, out var tags) && tags.Count == 1 && !tags[0].IsWeak
            ? tags[0].Tag.Value!.Trim('"')
            : null;
    }

    /// <summary>The ETag of If-Match, which the endpoint demands.</summary>
    /// <exception cref="ProblemException">428 when absent.</exception>
    public static string RequiredIfMatch(this HttpRequest request) => request.IfMatch()
        ?? throw new ProblemException(Problem.Of(StatusCodes.Status428PreconditionRequired, "if-match-required", new Text(
            "Send If-Match med ETag-en du sist leste. Ingenting er endret.",
            "Send If-Match with the ETag that you last read. Nothing was changed.")));

    private static Problem Malformed(JsonException exception)
    {
        var path = exception.Path ?? "$";
        return Problem.Of(StatusCodes.Status400BadRequest, "malformed-json", new Text(
            $"Forespørselen kan ikke leses ved {path}. Ingenting er endret; rett feilen og send på nytt.",
            $"The request cannot be read at {path}: {exception.Message} Nothing was changed; mend it and send it again."),
            new Dictionary<string, string>(StringComparer.Ordinal) { [path] = exception.Message });
    }
}
