using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Samkjop.Decisions;

namespace Samkjop.Functions.Http;

/// <summary>RFC 9457 problem details, in English with Norwegian beside it.</summary>
/// <param name="Type">URI reference that names the problem type: <c>/problems/{code}</c>.</param>
/// <param name="Title">Short, the same for every occurrence of the type.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Detail">What happened, what was kept, what to do: English.</param>
/// <param name="DetailNo">The same in Norwegian bokmål.</param>
/// <param name="Errors">Findings per field, where the input was at fault.</param>
public sealed record Problem(string Type, string Title, int Status, string Detail, string DetailNo, IReadOnlyDictionary<string, string>? Errors = null)
{
    public const string ContentType = "application/problem+json";

    /// <summary>The last segment of <see cref="Type"/>.</summary>
    [JsonIgnore]
    public string Code => Type[(Type.LastIndexOf('/') + 1)..];

    public static Problem Of(Refusal refusal) => Of(StatusOf(refusal.Kind), refusal.Code, refusal.Detail, refusal.Errors);

    public static Problem Of(int status, string code, Text detail, IReadOnlyDictionary<string, string>? errors = null) =>
        new($"/problems/{code}", TitleOf(code), status, detail.En, detail.No, errors);

    public Reply ToReply() => new(Status, this) { ContentType = ContentType };

    public static int StatusOf(RefusalKind kind) => kind switch
    {
        RefusalKind.Invalid => StatusCodes.Status422UnprocessableEntity,
        RefusalKind.Forbidden => StatusCodes.Status403Forbidden,
        RefusalKind.NotFound => StatusCodes.Status404NotFound,
        RefusalKind.Conflict => StatusCodes.Status409Conflict,
        RefusalKind.Stale => StatusCodes.Status412PreconditionFailed,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of refusal."),
    };

    private static string TitleOf(string code) => char.ToUpperInvariant(code[0]) + code[1..].Replace('-', ' ');
}
