using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Samkjop.Functions.Http;
using Samkjop.Sheets;

namespace Samkjop.Functions.Sheets;

/// <summary>Reads a sheet that is the body of a request.</summary>
public static class SheetBody
{
    public const string Csv = "text/csv";
    public const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>The sheet as text, by the request's content type.</summary>
    /// <exception cref="ProblemException">400 when it cannot be read, 413 when it is too large, 415 when it is neither CSV nor XLSX.</exception>
    public static async Task<SheetTable> ReadSheetAsync(this HttpRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var type = MediaTypeHeaderValue.TryParse(request.ContentType, out var parsed) ? parsed.MediaType.Value : null;
        if (type is null || !IsSheet(type))
        {
            throw new ProblemException(Problem.Of(StatusCodes.Status415UnsupportedMediaType, "not-a-sheet", new Text(
                $"Send arket som CSV (Content-Type: {Csv}) eller XLSX (Content-Type: {Xlsx}). Ingenting er endret.",
                $"Send the sheet as CSV (Content-Type: {Csv}) or XLSX (Content-Type: {Xlsx}). Nothing was changed.")));
        }

        var bytes = await request.ReadRawBodyAsync(cancellationToken);
        return string.Equals(type, Csv, StringComparison.OrdinalIgnoreCase) ? CsvSheet.Read(bytes) : XlsxSheet.Read(bytes);
    }

    private static bool IsSheet(string type) =>
        string.Equals(type, Csv, StringComparison.OrdinalIgnoreCase) || string.Equals(type, Xlsx, StringComparison.OrdinalIgnoreCase);
}
