using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using NodaTime;
using Samkjop.Calendar;
using Samkjop.Decisions;
using Samkjop.Functions.Http;
using Samkjop.Functions.Purchasing.Rounds;
using Samkjop.Orchestrations;
using Samkjop.Orchestrations.Purchasing;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.State;

namespace Samkjop.Functions.Purchasing.Windows;

/// <summary>A shorter time: proposed by an officer, agreed to by everybody invited or not at all.</summary>
public sealed class ShorterTimeEndpoints(RoundReader rounds, Aggregates aggregates, RefusedAttempts attempts, RoundNotices notices, ILogger<ShorterTimeEndpoints> logger)
{
    /// <summary>An earlier closing; local times, Europe/Oslo.</summary>
    public sealed record Proposal(LocalDate ClosesOn, Text Reason, LocalTime? ClosesAt = null, RepeatedTime? RepeatedHour = null);

    /// <param name="Number">The proposal that was read.</param>
    /// <param name="Consents">False: the supplier declines, and the closing stands.</param>
    public sealed record SupplierAnswer(int Number, bool Consents);

    [Function(nameof(ProposeShorterTime))]
    [RequiresRole(Role.ProcurementOfficer)]
    public async Task<IResult> ProposeShorterTime(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "rounds/{roundId}/bid-window/shorter-time")] HttpRequest request,
        string roundId, [DurableClient] DurableTaskClient durable, FunctionContext context, CancellationToken cancellationToken)
    {
        var body = await request.ReadBodyAsync<Proposal>(cancellationToken);
        var command = new ProposeShorterTime(body.ClosesOn, body.ClosesAt, body.RepeatedHour, body.Reason, context.Caller(), context.Arrived());
        return await DecideAsync(request, context, durable, roundId, round => ShorterTimes.Propose(round, command), cancellationToken);
    }

    [Function(nameof(AnswerShorterTime))]
    [RequiresRole(Role.SupplierUser, Role.SupplierSystem)]
    public async Task<IResult> AnswerShorterTime(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "rounds/{roundId}/bid-window/shorter-time/answers")] HttpRequest request,
        string roundId, [DurableClient] DurableTaskClient durable, FunctionContext context, CancellationToken cancellationToken)
    {
        var body = await request.ReadBodyAsync<SupplierAnswer>(cancellationToken);
        _ = await rounds.ReadAsync(context, roundId, cancellationToken);
        var command = new AnswerShorterTime(body.Number, body.Consents, context.Caller(), context.Arrived());
        return await DecideAsync(request, context, durable, roundId, round => ShorterTimes.Answer(round, command), cancellationToken);
    }

    private async Task<IResult> DecideAsync(
        HttpRequest request, FunctionContext context, DurableTaskClient durable, string roundId, Func<Round, Decision<Round>> decide, CancellationToken cancellationToken)
    {
        var outcome = await aggregates.DecideAsync(roundId, "round", context.Command(request.IfMatch()), decide, cancellationToken);
        var stored = await attempts.OrProblemAsync(context, roundId, "bid-window", outcome, cancellationToken);
        await notices.TellAsync(roundId, cancellationToken);
        await durable.NudgeAsync(Round.InstanceId(roundId), Signals.RoundChanged, roundId, logger, cancellationToken);
        return Reply.Ok(BidWindowStateView.For(stored.Document, context.Caller(), proposal: null, context.Arrived()), stored.ETag);
    }
}
