using Microsoft.Azure.Functions.Worker;
using NodaTime;
using Samkjop.Audit;
using Samkjop.Decisions;
using Samkjop.Functions.Http;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.State;

namespace Samkjop.Functions.Purchasing;

/// <summary>Records in the round's audit log that somebody was refused, before they are told. What suppliers attempt is sealed until the opening.</summary>
public sealed class RefusedAttempts(IDocumentStore store, AuditLog audit)
{
    /// <summary>Records a caller's attempt.</summary>
    /// <returns>The problem to throw.</returns>
    public async Task<ProblemException> RecordAsync(FunctionContext context, string roundId, string subject, Refusal refusal, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(refusal);
        await RecordAsync(context, context.Caller(), roundId, subject, refusal.Code, cancellationToken);
        return new ProblemException(refusal) { IsRecorded = true };
    }

    /// <summary>The stored document, or the refusal as a problem; that somebody may not is recorded first.</summary>
    /// <exception cref="ProblemException">The command was refused.</exception>
    public async Task<Stored<T>> OrProblemAsync<T>(FunctionContext context, string roundId, string subject, Outcome<T> outcome, CancellationToken cancellationToken)
        where T : class => outcome is Outcome<T>.Refused { Refusal: { Kind: RefusalKind.Forbidden or RefusalKind.NotFound } refusal }
            ? throw await RecordAsync(context, roundId, subject, refusal, cancellationToken)
            : outcome.OrProblem();

    /// <summary>Records the attempt of somebody whom the function itself never sees.</summary>
    public Task RecordAsync(FunctionContext context, Caller caller, string roundId, string subject, string code, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(caller);
        var function = context.FunctionDefinition.Name;
        DomainEvent attempt = caller.SupplierId is null ? new AttemptRefused(function, subject, code) : new SupplierAttemptRefused(function, subject, code);
        return RecordAsync(roundId, caller.Actor, context.Arrived(), attempt, $"{function}/{context.Arrived().ToUnixTimeMilliseconds()}-{context.InvocationId}", cancellationToken);
    }

    /// <summary>Records an attempt; where there is no such round, there is no log to record it in.</summary>
    /// <param name="roundId">The round.</param>
    /// <param name="by">Who attempted it.</param>
    /// <param name="at">When.</param>
    /// <param name="attempt">What was attempted.</param>
    /// <param name="source">Tells one attempt from another; the same is recorded once.</param>
    public async Task RecordAsync(string roundId, Actor by, Instant at, DomainEvent attempt, string source, CancellationToken cancellationToken)
    {
        if (await store.FindAsync<Round>(roundId, "round", cancellationToken) is not null)
        {
            await audit.AppendAsync(roundId, at, by, $"refused.{source}", attempt, cancellationToken);
        }
    }
}
