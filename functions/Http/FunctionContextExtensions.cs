using System.Security.Cryptography;
using System.Text;
using Microsoft.Azure.Functions.Worker;
using NodaTime;
using Samkjop.People;
using Samkjop.State;

namespace Samkjop.Functions.Http;

/// <summary>What the middleware found out about a request.</summary>
public static class FunctionContextExtensions
{
    internal const string CallerItem = "samkjop.caller";
    internal const string RequestIdItem = "samkjop.requestId";
    internal const string CommandIdItem = "samkjop.commandId";
    internal const string ArrivedItem = "samkjop.arrived";

    /// <summary>The authenticated caller.</summary>
    /// <exception cref="InvalidOperationException">The function is open to all and so has none.</exception>
    public static Caller Caller(this FunctionContext context) => context.Items.TryGetValue(CallerItem, out var caller)
        ? (Caller)caller
        : throw new InvalidOperationException($"{context.FunctionDefinition.Name} is open to all and has no caller.");

    /// <summary>Whether the function has an authenticated caller.</summary>
    public static bool HasCaller(this FunctionContext context) => context.Items.ContainsKey(CallerItem);

    /// <summary>When the request arrived, by the business clock.</summary>
    public static Instant Arrived(this FunctionContext context) => (Instant)context.Items[ArrivedItem];

    /// <summary>Who commands what, when, and on which version.</summary>
    public static CommandContext Command(this FunctionContext context, string? ifMatch = null) =>
        new(context.Caller().Actor, context.Arrived(), ItemOf(context, CommandIdItem), ifMatch, context.GetHttpContext()?.Items[RequestReasons.Item] as string);

    /// <summary>An id for what this request creates: the same each time the same caller repeats the same key.</summary>
    public static string DeriveId(this FunctionContext context, string prefix) =>
        $"{prefix}-{(ItemOf(context, RequestIdItem) ?? throw new InvalidOperationException("Only a request with an Idempotency-Key creates things."))[..20]}";

    internal static string RequestIdOf(Caller caller, string key) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{caller.Subject}\n{key}")))[..32];

    private static string? ItemOf(FunctionContext context, string item) => context.Items.TryGetValue(item, out var value) ? (string)value : null;
}
