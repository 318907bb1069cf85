using Microsoft.AspNetCore.Http;
using Samkjop.Ports;

namespace Samkjop.Host.Storage;

/// <summary>Refusals of the upload endpoint: Azure's error code in <c>x-ms-error-code</c>, and problem details (RFC 9457) for people.</summary>
internal static class UploadProblems
{
    public static IResult Expired(HttpContext context) => Problem(
        context, StatusCodes.Status403Forbidden, "AuthenticationFailed", "upload-expired",
        "Opplastingsadressen er utløpt. Ingenting er mottatt; be om en ny adresse og last opp på nytt.",
        "The upload URL has expired. Nothing was received; ask for a new URL and upload again.");

    public static IResult Forged(HttpContext context) => Problem(
        context, StatusCodes.Status403Forbidden, "AuthenticationFailed", "upload-not-signed",
        "Opplastingsadressen er ikke utstedt av oss, eller den er endret. Ingenting er mottatt; bruk adressen nøyaktig som du fikk den.",
        "The upload URL is not one of ours, or it was altered. Nothing was received; use the URL exactly as you got it.");

    public static IResult BlobTypeMissing(HttpContext context) => Problem(
        context, StatusCodes.Status400BadRequest, "MissingRequiredHeader", "blob-type-required",
        $"Send hodet {UploadContract.BlobTypeHeader}: {UploadContract.BlobType}. Ingenting er mottatt.",
        $"Send the header {UploadContract.BlobTypeHeader}: {UploadContract.BlobType}. Nothing was received.");

    public static IResult Exists(HttpContext context, string name) => Problem(
        context, StatusCodes.Status409Conflict, "BlobAlreadyExists", "upload-exists",
        $"'{name}' er allerede mottatt og ble ikke endret. Se kvitteringen; skal dokumentet erstattes, be om en ny adresse.",
        $"'{name}' has been received already and was not changed. See its receipt; to replace the document, ask for a new URL.");

    public static IResult TooLarge(HttpContext context, long maxBytes) => Problem(
        context, StatusCodes.Status413PayloadTooLarge, "RequestBodyTooLarge", "upload-too-large",
        $"Opplastingen er større enn {maxBytes} byte. Ingenting er mottatt; del opp eller komprimer dokumentet.",
        $"The upload is larger than {maxBytes} bytes. Nothing was received; split or compress the document.");

    public static IResult Unavailable(HttpContext context, StoreUnavailableException exception)
    {
        context.Response.Headers.RetryAfter = ((int)Math.Ceiling(exception.RetryAfter.TotalSeconds)).ToString();
        return Problem(
            context, StatusCodes.Status503ServiceUnavailable, "ServerBusy", "try-again",
            "Opplastingen kunne ikke lagres akkurat nå. Ingenting er mottatt; last opp til samme adresse om litt, før den utløper.",
            "The upload could not be stored just now. Nothing was received; upload to the same URL shortly, before it expires.");
    }

    private static IResult Problem(HttpContext context, int status, string azureCode, string code, string no, string en)
    {
        context.Response.Headers["x-ms-error-code"] = azureCode;
        return Results.Problem(
            en, statusCode: status, title: azureCode, type: $"/problems/{code}",
            extensions: new Dictionary<string, object?>(StringComparer.Ordinal) { ["detailNo"] = no });
    }
}
