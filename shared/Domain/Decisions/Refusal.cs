namespace Samkjop.Decisions;

/// <summary>Why a command was refused, as a caller reads it. Maps to one RFC 9457 problem type.</summary>
/// <param name="Kind">What sort of refusal; decides the HTTP status.</param>
/// <param name="Code">Kebab-case name of the problem type, such as <c>needs-closed</c>. Wire format.</param>
/// <param name="Detail">What happened, what was kept and what to do, in both languages.</param>
/// <param name="Errors">Findings per field (JSON path → text), where the input was at fault.</param>
public sealed record Refusal(RefusalKind Kind, string Code, Text Detail, IReadOnlyDictionary<string, string>? Errors = null)
{
    public static Refusal Invalid(string code, string no, string en) => new(RefusalKind.Invalid, code, new Text(no, en));

    public static Refusal Forbidden(string code, string no, string en) => new(RefusalKind.Forbidden, code, new Text(no, en));

    public static Refusal NotFound(string code, string no, string en) => new(RefusalKind.NotFound, code, new Text(no, en));

    public static Refusal Conflict(string code, string no, string en) => new(RefusalKind.Conflict, code, new Text(no, en));

    public static Refusal Stale(string code, string no, string en) => new(RefusalKind.Stale, code, new Text(no, en));
}

/// <summary>Sorts of refusal with the HTTP status that each maps to.</summary>
public enum RefusalKind
{
    /// <summary>The input breaks a rule: 422.</summary>
    Invalid,

    /// <summary>The caller may not: 403.</summary>
    Forbidden,

    /// <summary>There is no such thing, or the caller may not know of it: 404.</summary>
    NotFound,

    /// <summary>The state does not allow it now: 409.</summary>
    Conflict,

    /// <summary>The caller decided on an older version: 412.</summary>
    Stale,
}
