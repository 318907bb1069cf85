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
using Samkjop.Rules;
using Samkjop.State;

namespace Samkjop.Functions.Purchasing.Windows;

/// <summary>When bids are received: read by all invited, extended by an officer with a reason that all are told.</summary>
public sealed class BidWindowEndpoints(
    IDocumentStore store, RoundReader rounds, Aggregates aggregates, RefusedAttempts attempts, RoundNotices notices, ILogger<BidWindowEndpoints> logger)
{
    /// <summary>A later closing; local times, Europe/Oslo.</summary>
    /// <param name="ClosesOn">The day on which the window closes.</param>
    /// <param name="Cause">Why, in kind.</param>
    /// <param name="Reason">Why, as all invited read it.</param>
    /// <param name="ClosesAt">The hour of that day; the round's closing hour when left out.</param>
    /// <param name="RepeatedHour">Which instant is meant where a local time comes twice.</param>
    /// <param name="Outage">Required for an outage, else left out.</param>
    public sealed record Body(
        LocalDate ClosesOn, WindowChangeCause Cause, Text Reason, LocalTime? ClosesAt = null, RepeatedTime? RepeatedHour = null, ReportedOutage? Outage = null);

    [Function(nameof(GetBidWindow))]
    [RequiresLogin]
    public async Task<IResult> GetBidWindow(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "rounds/{roundId}/bid-window")] HttpRequest request,
        string roundId, FunctionContext context, CancellationToken cancellationToken)
    {
        var stored = await rounds.ReadAsync(context, roundId, cancellationToken);
        return stored.Document.Invitation is not null
            ? Reply.Ok(await ViewAsync(stored.Document, context.Caller(), context.Arrived(), cancellationToken), stored.ETag)
            : throw new ProblemException(Refusals.NotFound("invitation", roundId));
    }

    [Function(nameof(ExtendBidWindow))]
    [RequiresRole(Role.ProcurementOfficer)]
    public async Task<IResult> ExtendBidWindow(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "rounds/{roundId}/bid-window/extensions")] HttpRequest request,
        string roundId, [DurableClient] DurableTaskClient durable, FunctionContext context, CancellationToken cancellationToken)
    {
        var body = await request.ReadBodyAsync<Body>(cancellationToken);
        var (caller, now) = (context.Caller(), context.Arrived());
        var command = new ExtendBidWindow(body.ClosesOn, body.ClosesAt, body.RepeatedHour, body.Cause, body.Reason, body.Outage, caller, now);
        var outcome = await aggregates.DecideAsync<Round>(
            roundId, "round", context.Command(request.IfMatch()), round => BidWindowExtension.Extend(round, command), cancellationToken);
        var stored = await attempts.OrProblemAsync(context, roundId, "bid-window", outcome, cancellationToken);
        await notices.TellAsync(roundId, cancellationToken);
        await durable.NudgeAsync(Round.InstanceId(roundId), Signals.RoundChanged, roundId, logger, cancellationToken);
        return Reply.Ok(await ViewAsync(stored.Document, caller, now, cancellationToken), stored.ETag);
    }

    private async Task<BidWindowStateView> ViewAsync(Round round, Caller caller, Instant now, CancellationToken cancellationToken)
    {
        if (round.Phase is not RoundPhase.Bidding || !RoundAccess.RunsRounds(round, caller))
        {
            return BidWindowStateView.For(round, caller, proposal: null, now);
        }

        var questions = await store.EveryAsync<Question>(round.RoundId, Question.IdPrefix, cancellationToken);
        return BidWindowStateView.For(round, caller, ExtensionProposals.Of(round, questions, RuleTable.Norwegian), now);
    }
}
