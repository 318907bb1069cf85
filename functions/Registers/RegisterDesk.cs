using Microsoft.Azure.Functions.Worker;
using Samkjop.Audit;
using Samkjop.Decisions;
using Samkjop.Functions.Http;
using Samkjop.Ports;
using Samkjop.State;

namespace Samkjop.Functions.Registers;

/// <summary>
/// Writes what is kept beside the rounds, with who, when and why in the entry's own audit log. The log is written first: after a crash it may tell of a change that was
/// not made, which the hashes show; nothing is changed that it does not tell.
/// </summary>
public sealed class RegisterDesk(IDocumentStore store, AuditLog audit)
{
    /// <summary>The store, to read from.</summary>
    internal IDocumentStore Store => store;

    /// <summary>Creates an entry.</summary>
    /// <exception cref="DocumentExistsException">The id is taken; nothing is changed.</exception>
    public Task<Stored<T>> CreateAsync<T>(FunctionContext context, T document, CancellationToken cancellationToken)
        where T : class, IDocument =>
        RecordedAsync(context, null, document, null, () => store.CreateAsync(document, cancellationToken), cancellationToken);

    /// <summary>Replaces an entry.</summary>
    /// <param name="context">The request.</param>
    /// <param name="before">As it stands.</param>
    /// <param name="document">As it shall be.</param>
    /// <param name="reason">Why, where the request's body says so; else its <c>reason</c> in the query counts.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="DocumentChangedException">Somebody wrote it meanwhile; nothing is changed.</exception>
    public Task<Stored<T>> ReplaceAsync<T>(FunctionContext context, Stored<T> before, T document, string? reason, CancellationToken cancellationToken)
        where T : class, IDocument
    {
        ArgumentNullException.ThrowIfNull(before);
        return RecordedAsync(context, before.Document, document, reason, () => store.ReplaceAsync(document, before.ETag, cancellationToken), cancellationToken);
    }

    /// <summary>Removes an entry.</summary>
    /// <exception cref="DocumentChangedException">Somebody wrote it meanwhile; nothing is changed.</exception>
    public Task RemoveAsync<T>(FunctionContext context, T before, string etag, CancellationToken cancellationToken)
        where T : class, IDocument
    {
        ArgumentNullException.ThrowIfNull(before);
        return RecordedAsync<T, bool>(context, before, null, null, async () =>
        {
            await store.DeleteAsync<T>(before.PartitionKey, before.Id, etag, cancellationToken);
            return true;
        }, cancellationToken);
    }

    /// <summary>Records something else about an entry, such as that its secret was made.</summary>
    public Task RecordAsync(FunctionContext context, string kind, string key, DomainEvent told, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return AppendAsync(context, kind, key, "told", told, cancellationToken);
    }

    private async Task<TResult> RecordedAsync<T, TResult>(
        FunctionContext context, T? before, T? after, string? reason, Func<Task<TResult>> write, CancellationToken cancellationToken)
        where T : class, IDocument
    {
        ArgumentNullException.ThrowIfNull(context);
        var change = AuditedRegister.Change(before, after, reason ?? ReasonOf(context));
        await AppendAsync(context, T.Kind, change.Key, "change", change, cancellationToken);
        try
        {
            return await write();
        }
        catch (Exception exception) when (exception is DocumentChangedException or DocumentExistsException)
        {
            await AppendAsync(context, T.Kind, change.Key, "lapse", new RegisterChangeLapsed(T.Kind, change.Key, change.Id, change.After), cancellationToken);
            throw;
        }
    }

    private Task<AuditEntry> AppendAsync(FunctionContext context, string kind, string key, string what, DomainEvent told, CancellationToken cancellationToken) => audit.AppendAsync(
        AuditedRegister.LogOf(kind, key), context.Arrived(), context.Caller().Actor,
        $"{what}.{context.FunctionDefinition.Name}/{context.Arrived().ToUnixTimeMilliseconds()}-{context.InvocationId}", told, cancellationToken);

    /// <summary>The <c>reason</c> of the request's query; null when there is none.</summary>
    /// <exception cref="ProblemException">422 when it is too long.</exception>
    private static string? ReasonOf(FunctionContext context)
    {
        var reason = context.GetHttpContext()?.Request.Query["reason"].ToString();
        if (string.IsNullOrWhiteSpace(reason))
        {
            return null;
        }

        return reason.Length <= AuditedRegister.MaxReasonLength
            ? reason
            : throw new ProblemException(Refusal.Invalid(
                "reason-too-long",
                $"Begrunnelsen har {reason.Length} tegn, og grensen er {AuditedRegister.MaxReasonLength}. Ingenting er endret; kort den ned.",
                $"The reason has {reason.Length} characters, and the limit is {AuditedRegister.MaxReasonLength}. Nothing was changed; shorten it."));
    }
}
