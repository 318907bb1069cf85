using Microsoft.Azure.Functions.Worker;
using Samkjop.Decisions;
using Samkjop.Functions.Http;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.State;

namespace Samkjop.Functions.Purchasing.Bids;

/// <summary>Stands before everything about bids: what is read and what is refused is in the audit log before the answer goes out.</summary>
public sealed class BidGuard(IDocumentStore store, AuditLog audit, RefusedAttempts attempts)
{
    /// <summary>The round; asked for before anything is recorded, since a round that is not there has no log.</summary>
    /// <exception cref="ProblemException">404 when there is no such round.</exception>
    public async Task<Round> RoundAsync(string roundId, CancellationToken cancellationToken) =>
        (await store.RoundAsync(roundId, cancellationToken)).Document;

    /// <summary>The caller's own bid with the round it is in; anybody else's is not there.</summary>
    /// <exception cref="ProblemException">404, recorded, when the bid is another supplier's.</exception>
    public async Task<(Round Round, Stored<Bid> Bid)> OwnBidAsync(FunctionContext context, string roundId, string bidId, CancellationToken cancellationToken)
    {
        var round = await RoundAsync(roundId, cancellationToken);
        var bid = await store.FindAsync<Bid>(roundId, bidId, cancellationToken);
        return bid is not null && IsOwn(bid.Document, context.Caller())
            ? (round, bid)
            : throw await RefusedAsync(context, roundId, bidId, Refusals.NotFound(Bid.Kind, bidId), cancellationToken);
    }

    /// <summary>Lets a reader of opened bids through, and records what it reads.</summary>
    /// <exception cref="ProblemException">403, recorded, before the opening or without the right to read.</exception>
    public async Task<Round> ReaderAsync(FunctionContext context, string roundId, string subject, CancellationToken cancellationToken)
    {
        var round = await RoundAsync(roundId, cancellationToken);
        if (BidAccess.Refuses(round, context.Caller(), context.Arrived()) is { } refusal)
        {
            throw await RefusedAsync(context, roundId, subject, refusal, cancellationToken);
        }

        await RecordReadAsync(context, roundId, subject, cancellationToken);
        return round;
    }

    /// <summary>Lets a reader of what came of the bids through, once that has been told.</summary>
    /// <exception cref="ProblemException">403, recorded, for others than those named who have declared their impartiality, and auditors.</exception>
    public async Task<Round> RecordReaderAsync(FunctionContext context, string roundId, string subject, CancellationToken cancellationToken)
    {
        var round = await RoundAsync(roundId, cancellationToken);
        return BidAccess.RefusesRecord(round, context.Caller(), context.Arrived()) is { } refusal
            ? throw await RefusedAsync(context, roundId, subject, refusal, cancellationToken)
            : round;
    }

    /// <summary>What became of a command; a refusal is recorded first.</summary>
    /// <exception cref="ProblemException">The command was refused.</exception>
    public async Task<Stored<T>> OrProblemAsync<T>(FunctionContext context, string roundId, string subject, Outcome<T> outcome, CancellationToken cancellationToken)
        where T : class => outcome is Outcome<T>.Refused { Refusal: var refusal }
            ? throw await RefusedAsync(context, roundId, subject, refusal, cancellationToken)
            : outcome.OrProblem();

    /// <summary>Records a refusal; the problem to answer with.</summary>
    public Task<ProblemException> RefusedAsync(FunctionContext context, string roundId, string subject, Refusal refusal, CancellationToken cancellationToken) =>
        attempts.RecordAsync(context, roundId, subject, refusal, cancellationToken);

    /// <summary>Records that the caller reads what bids say.</summary>
    public Task RecordReadAsync(FunctionContext context, string roundId, string subject, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var function = context.FunctionDefinition.Name;
        return audit.AppendAsync(
            roundId, context.Arrived(), context.Caller().Actor, $"read.{function}/{context.Arrived().ToUnixTimeMilliseconds()}-{context.InvocationId}", new BidsRead(function, subject), cancellationToken);
    }

    private static bool IsOwn(Bid bid, Caller caller) =>
        caller.HasAny(Role.SupplierUser, Role.SupplierSystem) && caller.SupplierId == bid.SupplierId;
}
