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

    private const int ChunkBytes = 16 * 1024;

    /// <summary>Reads the JSON body; anything unknown, missing or malformed is a problem that names the place.</summary>
    /// <exception cref="ProblemException">400 malformed, 413 too large, 415 not JSON.</exception>
    public static async Task<T> ReadBodyAsync<T>(this HttpRequest request, CancellationToken cancellationToken)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!request.HasJsonContentType())
        {
            throw new ProblemException(Problem.Of(StatusCodes.Status415UnsupportedMediaType, "not-json", new Text(
                "Forespørselen må ha innholdstype application/json. Ingenting er endret; send den på nytt med Content-Type: application/json.",
                "The request must have content type application/json. Nothing was changed; send it again with Content-Type: application/json.")));
        }

        var body = await request.ReadRawBodyAsync(cancellationToken);
        try
        {
            var read = JsonSerializer.Deserialize<T>(body, SamkjopJson.Options) ?? throw new JsonException("The body is null.", "$", null, null);
            using var json = JsonDocument.Parse(body);
            if (JsonFaults.NullInList(json.RootElement) is { } place)
            {
                throw new JsonException("An item is null.", place, null, null);
            }

            RequestReasons.Keep(request.HttpContext, read);
            return read;
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
        request.EnableBuffering(bufferThreshold: MaxBodyBytes, bufferLimit: MaxBodyBytes + (2L * ChunkBytes));
        request.Body.Position = 0;
        using var buffer = new MemoryStream();
        var chunk = new byte[ChunkBytes];
        int read;
        while ((read = await request.Body.ReadAsync(chunk, cancellationToken)) > 0)
        {
            if (buffer.Length + read > MaxBodyBytes)
            {
                throw new ProblemException(Problem.Of(StatusCodes.Status413PayloadTooLarge, "body-too-large", new Text(
                    $"Forespørselen er større enn {MaxBodyBytes} byte. Ingenting er endret; del den opp eller kort den ned.",
                    $"The request is larger than {MaxBodyBytes} bytes. Nothing was changed; split or shorten it.")));
            }

            buffer.Write(chunk, 0, read);
        }

        request.Body.Position = 0;
        return buffer.ToArray();
    }

    /// <summary>The ETag of If-Match without quotes; null when the header is absent.</summary>
    /// <exception cref="ProblemException">400 when it is not exactly one strong ETag: a condition that cannot be read is never taken as met.</exception>
    public static string? IfMatch(this HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Headers.IfMatch.Count == 0)
        {
            return null;
        }

        return EntityTagHeaderValue.TryParseList(request.Headers.IfMatch, out var tags) && tags is [{ IsWeak: false } tag] && tag.Tag.Value is ['"', ..] quoted
            ? quoted.Trim('"')
            : throw new ProblemException(Problem.Of(StatusCodes.Status400BadRequest, "if-match-malformed", new Text(
                "If-Match skal ha nøyaktig én ETag i anførselstegn, slik du sist leste den. Ingenting er endret; rett den og send på nytt.",
                "If-Match must hold exactly one ETag in quotation marks, as you last read it. Nothing was changed; mend it and send again.")));
    }

    /// <summary>The ETag of If-Match, which the endpoint demands.</summary>
    /// <exception cref="ProblemException">428 when absent.</exception>
    public static string RequiredIfMatch(this HttpRequest request) => request.IfMatch()
        ?? throw new ProblemException(Problem.Of(StatusCodes.Status428PreconditionRequired, "if-match-required", new Text(
            "Ingenting er endret. Les det du vil endre, og send det på nytt med If-Match: ETag-en du fikk.",
            "Nothing was changed. Read what you want to change, and send it again with If-Match: the ETag that you got.")));

    private static Problem Malformed(JsonException exception)
    {
        var (path, fault) = JsonFaults.Explain(exception);
        return Problem.Of(StatusCodes.Status400BadRequest, "malformed-json", new Text(
            $"Forespørselen kan ikke leses. {fault.No} Ingenting er endret; rett feilen og send på nytt.",
            $"The request cannot be read. {fault.En} Nothing was changed; mend it and send it again."),
            new Dictionary<string, string>(StringComparer.Ordinal) { [path] = fault.En });
    }
}
