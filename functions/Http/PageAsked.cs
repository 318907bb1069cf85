using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Samkjop.Functions.Http;

/// <summary>The page of a list that a request asks for.</summary>
/// <param name="Size">Items, 1–<see cref="MaxSize"/>; <see cref="DefaultSize"/> unless asked otherwise.</param>
/// <param name="Continuation"><c>continuation</c> of the page before; null for the first.</param>
public sealed record PageAsked(int Size, string? Continuation)
{
    public const int DefaultSize = 50;

    public const int MaxSize = 200;
}

/// <summary>Reading <c>?pageSize=&amp;continuation=</c>.</summary>
public static class PageAskedExtensions
{
    /// <summary>The page that the request asks for.</summary>
    /// <exception cref="ProblemException">400 when the size is no number in bounds.</exception>
    public static PageAsked ReadPage(this HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var continuation = request.Query["continuation"].ToString() is { Length: > 0 } asked ? asked : null;
        if (request.Query["pageSize"].ToString() is not { Length: > 0 } text)
        {
            return new PageAsked(PageAsked.DefaultSize, continuation);
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size is >= 1 and <= PageAsked.MaxSize
            ? new PageAsked(size, continuation)
            : throw new ProblemException(Problem.Of(StatusCodes.Status400BadRequest, "invalid-page", new Text(
                $"pageSize må være et tall fra 1 til {PageAsked.MaxSize}.",
                $"pageSize must be a number from 1 to {PageAsked.MaxSize}.")));
    }
}
