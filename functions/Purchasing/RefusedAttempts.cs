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

/// <summary>Records in the round's audit log that somebody was refused what is not theirs, before they are told.</summary>
public sealed class RefusedAttempts(IDocumentStore store, AuditLog audit)
{
    /// <summary>Records a caller's attempt.</summary>
    /// <returns>The problem to throw.</returns>
    public async Task<ProblemException> RecordAsync(FunctionContext context, string roundId, string subject, Refusal refusal, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(refusal);
        var source = context.RequestId() ?? context.InvocationId;
        await RecordAsync(roundId, context.Caller().Actor, context.Arrived(), context.FunctionDefinition.Name, subject, refusal.Code, source, cancellationToken);
        return new ProblemException(refusal);
    }

    /// <summary>The stored document, or the refusal as a problem; that somebody may not is recorded first.</summary>
    /// <exception cref="ProblemException">The command was refused.</exception>
    public async Task<Stored<T>> OrProblemAsync<T>(FunctionContext context, string roundId, string subject, Outcome<T> outcome, CancellationToken cancellationToken)
        where T : class => outcome is Outcome<T>.Refused { Refusal: { Kind: RefusalKind.Forbidden or RefusalKind.NotFound } refusal }
            ? throw await RecordAsync(context, roundId, subject, refusal, cancellationToken)
            : outcome.OrProblem();

    /// <summary>Records an attempt; where there is no such round, there is no log to record it in.</summary>
    public async Task RecordAsync(
        string roundId, Actor by, Instant at, string function, string subject, string code, string source, CancellationToken cancellationToken)
    {
        if (await store.FindAsync<Round>(roundId, "round", cancellationToken) is not null)
        {
            await audit.AppendAsync(roundId, at, by, $"refused.{source}", new AttemptRefused(function, subject, code), cancellationToken);
        }
    }
}
