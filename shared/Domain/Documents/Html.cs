using System.Runtime.CompilerServices;

namespace Samkjop.Documents;

/// <summary>
/// A piece of HTML that is safe by construction: every value that an interpolated string puts in is encoded, pieces of <see cref="Html"/> are not.
/// </summary>
public sealed class Html
{
    private readonly string _markup;

    private Html(string markup) => _markup = markup;

    /// <summary>Nothing.</summary>
    public static Html Empty { get; } = new("");

    /// <summary>Markup as written, values encoded.</summary>
    public static Html Of(ref HtmlHandler handler) => new(handler.ToMarkup());

    /// <summary>Markup that is known to be safe, such as a style sheet: never anything that came from outside.</summary>
    internal static Html Trusted(string constant) => new(constant);

    /// <summary>One piece per item.</summary>
    public static Html Each<T>(IEnumerable<T> items, Func<T, Html> piece) => new(string.Concat(items.Select(item => piece(item)._markup)));

    /// <summary>The piece, or nothing.</summary>
    public static Html When(bool condition, Func<Html> piece) => condition ? piece() : Empty;

    /// <summary>The markup.</summary>
    public override string ToString() => _markup;
}

/// <summary>Builds <see cref="Html"/> from an interpolated string; used by the compiler.</summary>
[InterpolatedStringHandler]
public ref struct HtmlHandler
{
    private DefaultInterpolatedStringHandler _inner;

    public HtmlHandler(int literalLength, int formattedCount) => _inner = new(literalLength, formattedCount);

    public void AppendLiteral(string value) => _inner.AppendLiteral(value);

    public void AppendFormatted(Html value) => _inner.AppendLiteral(value.ToString());

    /// <summary>Norwegian with English beside it, each marked with its language.</summary>
    public void AppendFormatted(Text value)
    {
        if (value.No == value.En)
        {
            AppendFormatted(value.No);
            return;
        }

        _inner.AppendLiteral("<span lang=\"nb\">");
        AppendFormatted(value.No);
        _inner.AppendLiteral("</span> <span lang=\"en\" class=\"en\">");
        AppendFormatted(value.En);
        _inner.AppendLiteral("</span>");
    }

    public void AppendFormatted(string? value) => _inner.AppendLiteral(System.Net.WebUtility.HtmlEncode(value ?? ""));

    public void AppendFormatted(int value) => _inner.AppendLiteral(NorwegianNumber.Whole(value));

    public void AppendFormatted(long value) => _inner.AppendLiteral(NorwegianNumber.Whole(value));

    internal string ToMarkup() => _inner.ToStringAndClear();
}
