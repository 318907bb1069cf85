using System.Globalization;
using Microsoft.AspNetCore.Http;
using Samkjop.Ports;

namespace Samkjop.Functions.Http;

/// <summary>Lists in pages: <c>?pageSize=</c> (1–200, 50 when absent) and <c>?continuation=</c> of the page before.</summary>
public static class Paging
{
    public const int DefaultPageSize = 50;
    public const int MaxPageSize = 200;

    /// <summary>The page that the request asks for.</summary>
    /// <exception cref="ProblemException">400 when a parameter cannot be read.</exception>
    public static DocumentQuery Page(this HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var continuation = request.Query["continuation"].ToString();
        return new DocumentQuery(Continuation: continuation.Length == 0 ? null : continuation, PageSize: PageSizeOf(request));
    }

    /// <summary>What the caller reads of a page.</summary>
    public static ListPage<TView> ToList<T, TView>(this DocumentPage<T> page, Func<T, TView> view, Func<T, bool>? where = null)
    {
        ArgumentNullException.ThrowIfNull(page);
        return new ListPage<TView>([.. page.Items.Select(item => item.Document).Where(where ?? (_ => true)).Select(view)], page.Continuation);
    }

    private static int PageSizeOf(HttpRequest request)
    {
        var text = request.Query["pageSize"].ToString();
        if (text.Length == 0)
        {
            return DefaultPageSize;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size is >= 1 and <= MaxPageSize
            ? size
            : throw new ProblemException(Problem.Of(StatusCodes.Status400BadRequest, "invalid-page-size", new Text(
                $"pageSize er «{text}», men skal være et tall fra 1 til {MaxPageSize}. Rett den og prøv igjen.",
                $"pageSize is \"{text}\", but must be a number from 1 to {MaxPageSize}. Correct it and try again.")));
    }
}
