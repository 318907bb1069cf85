using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Samkjop.Decisions;
using Samkjop.Functions.Registers;
using Samkjop.Ports;
using Samkjop.Serialization;

namespace Samkjop.Functions.Http;

/// <summary>Register entries that are written whole: created without If-Match, replaced with it.</summary>
public static class PlainDocuments
{
    /// <summary>Writes an entry. Writing what is there already changes nothing, so that a repeated request is harmless.</summary>
    /// <param name="registers">Where it is written and recorded.</param>
    /// <param name="context">Who asks, and when.</param>
    /// <param name="request">Its If-Match decides between creating and replacing.</param>
    /// <param name="partitionKey">The entry's partition.</param>
    /// <param name="id">The entry's id within it.</param>
    /// <param name="build">The entry as it shall be, from the one that is there; null where there is none.</param>
    /// <param name="check">Why the first is refused, with the second there before.</param>
    /// <param name="view">What the caller reads.</param>
    /// <exception cref="ProblemException">Refused; 409 taken, 412 stale, 428 without the If-Match that replacing needs.</exception>
    public static async Task<Reply> PutAsync<T>(
        this RegisterDesk registers, FunctionContext context, HttpRequest request, string partitionKey, string id, Func<T?, T> build, Func<T, T?, Refusal?> check, Func<T, object> view,
        CancellationToken cancellationToken)
        where T : class, IDocument
    {
        ArgumentNullException.ThrowIfNull(registers);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(build);
        ArgumentNullException.ThrowIfNull(check);
        ArgumentNullException.ThrowIfNull(view);
        var existing = await registers.Store.FindAsync<T>(partitionKey, id, cancellationToken);
        var document = build(existing?.Document);
        if (existing is not null && IsSame(existing.Document, document))
        {
            return Reply.Ok(view(existing.Document), existing.ETag);
        }

        if (check(document, existing?.Document) is { } refusal)
        {
            throw new ProblemException(refusal);
        }

        if (existing is null)
        {
            return await CreateAsync(registers, context, request, document, view, cancellationToken);
        }

        if (request.RequiredIfMatch() != existing.ETag)
        {
            throw new ProblemException(Refusals.Stale(T.Kind, partitionKey));
        }

        try
        {
            var replaced = await registers.ReplaceAsync(context, existing, document, null, cancellationToken);
            return Reply.Ok(view(replaced.Document), replaced.ETag);
        }
        catch (DocumentChangedException)
        {
            throw new ProblemException(Refusals.Stale(T.Kind, partitionKey));
        }
    }

    private static async Task<Reply> CreateAsync<T>(
        RegisterDesk registers, FunctionContext context, HttpRequest request, T document, Func<T, object> view, CancellationToken cancellationToken)
        where T : class, IDocument
    {
        if (request.IfMatch() is not null)
        {
            throw new ProblemException(Refusals.Stale(T.Kind, document.PartitionKey));
        }

        try
        {
            var created = await registers.CreateAsync(context, document, cancellationToken);
            return Reply.Created(view(created.Document), request.Path, created.ETag);
        }
        catch (DocumentExistsException)
        {
            throw new ProblemException(Refusals.Exists(T.Kind, document.PartitionKey));
        }
    }

    private static bool IsSame<T>(T one, T other) => CanonicalJson.Sha256(one) == CanonicalJson.Sha256(other);
}
