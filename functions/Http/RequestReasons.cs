using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.AspNetCore.Http;

namespace Samkjop.Functions.Http;

/// <summary>The <c>reason</c> that a request's body states goes into the audit log beside what was decided, whatever the feature.</summary>
internal static class RequestReasons
{
    internal const string Item = "samkjop.why";

    private static readonly ConcurrentDictionary<Type, PropertyInfo?> Properties = new();

    /// <summary>Notes why the request is made; bodies without a reason, and those whose reason is kept beside the log, say nothing.</summary>
    public static void Keep(HttpContext http, object body)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(body);
        var reason = Properties.GetOrAdd(body.GetType(), PropertyOf)?.GetValue(body);
        var why = reason is Text text ? text.No : reason as string;
        if (!string.IsNullOrWhiteSpace(why))
        {
            http.Items[Item] = why;
        }
    }

    /// <summary>The property that holds a body's reason; null when it has none for the log.</summary>
    internal static PropertyInfo? PropertyOf(Type body) =>
        body.GetCustomAttribute<ReasonKeptBesideLogAttribute>() is null ? body.GetProperty("Reason") : null;
}

/// <summary>
/// The body's reason may tell of somebody's private life, so it stays in the document that it was given for, where it can be erased, and out of the audit log.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ReasonKeptBesideLogAttribute : Attribute;
