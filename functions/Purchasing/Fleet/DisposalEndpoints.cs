using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using NodaTime;
using Samkjop.Decisions;
using Samkjop.Functions.Http;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Fleet;
using Samkjop.State;

namespace Samkjop.Functions.Purchasing.Fleet;

/// <param name="Quantity">Vehicles.</param>
/// <param name="DisposedOn">The day on which they left the agency; local, Europe/Oslo.</param>
/// <param name="Manner">Where they went.</param>
/// <param name="Evidence">What shows it.</param>
public sealed record DisposalBody(int Quantity, LocalDate DisposedOn, DisposalManner Manner, string Evidence);

/// <param name="Reason">Why the confirmation does not count after all.</param>
public sealed record RetractionBody(string Reason);

/// <summary>What an agency confirms about the old vehicles that a need replaces.</summary>
public sealed class DisposalEndpoints(IDocumentStore store, Aggregates aggregates, RefusedAttempts attempts)
{
    [Function(nameof(ConfirmDisposal))]
    [RequiresRole(Role.NeedReporter, Role.BudgetHolder)]
    public async Task<IResult> ConfirmDisposal(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "rounds/{roundId}/needs/{needId}/disposals")] HttpRequest request,
        string roundId, string needId, FunctionContext context, CancellationToken cancellationToken)
    {
        var body = await request.ReadBodyAsync<DisposalBody>(cancellationToken);
        var (caller, command) = (context.Caller(), context.Command());
        var (round, need) = await ReadAsync(roundId, needId, cancellationToken);
        var confirm = new ConfirmDisposal(context.DeriveId("disposal"), body.Quantity, body.DisposedOn, body.Manner, body.Evidence, caller, command.Now);
        var outcome = await store.FindAsync<Disposal>(roundId, Disposal.IdOf(needId), cancellationToken) is null
            ? await BeginAsync(round, need, confirm, command, cancellationToken)
            : await DecideAsync(round, need, confirm, command, cancellationToken);
        var stored = await attempts.OrProblemAsync(context, roundId, needId, outcome, cancellationToken);
        return Reply.Ok(DisposalView.Of(stored.Document, need), stored.ETag);
    }

    [Function(nameof(RetractDisposal))]
    [RequiresRole(Role.NeedReporter, Role.BudgetHolder)]
    public async Task<IResult> RetractDisposal(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "rounds/{roundId}/needs/{needId}/disposals/{entryId}/retraction")] HttpRequest request,
        string roundId, string needId, string entryId, FunctionContext context, CancellationToken cancellationToken)
    {
        var body = await request.ReadBodyAsync<RetractionBody>(cancellationToken);
        var (caller, command) = (context.Caller(), context.Command());
        var (_, need) = await ReadAsync(roundId, needId, cancellationToken);
        var retract = new RetractDisposal(entryId, body.Reason, caller, command.Now);
        var outcome = await aggregates.DecideAsync<Disposal>(
            roundId, Disposal.IdOf(needId), command, disposal => DisposalDecisions.Retract(need, disposal, retract), cancellationToken);
        var stored = await attempts.OrProblemAsync(context, roundId, needId, outcome, cancellationToken);
        return Reply.Ok(DisposalView.Of(stored.Document, need), stored.ETag);
    }

    [Function(nameof(GetDisposals))]
    [RequiresStaff]
    public async Task<IResult> GetDisposals(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "rounds/{roundId}/needs/{needId}/disposals")] HttpRequest request,
        string roundId, string needId, FunctionContext context, CancellationToken cancellationToken)
    {
        var caller = context.Caller();
        var (_, need) = await ReadAsync(roundId, needId, cancellationToken);
        if (!RoundAccess.RunsRounds(caller) && caller.AgencyId != need.AgencyId)
        {
            throw await attempts.RecordAsync(context, roundId, needId, Refusals.NotFound(Need.Kind, needId), cancellationToken);
        }

        var stored = await store.FindAsync<Disposal>(roundId, Disposal.IdOf(needId), cancellationToken);
        return Reply.Ok(DisposalView.Of(stored?.Document ?? New(need), need), stored?.ETag);
    }

    private async Task<(Round Round, Need Need)> ReadAsync(string roundId, string needId, CancellationToken cancellationToken) => (
        (await store.RoundAsync(roundId, cancellationToken)).Document,
        (await store.FindAsync<Need>(roundId, needId, cancellationToken)).OrNotFound(needId).Document);

    /// <summary>The first confirmation makes the document; where another was first in this moment, it is added to that.</summary>
    private async Task<Outcome<Disposal>> BeginAsync(Round round, Need need, ConfirmDisposal confirm, CommandContext command, CancellationToken cancellationToken)
    {
        var outcome = await aggregates.CreateAsync(command, DisposalDecisions.Confirm(round, need, New(need), confirm), cancellationToken);
        return outcome is Outcome<Disposal>.Refused { Refusal.Code: "already-exists" }
            ? await DecideAsync(round, need, confirm, command, cancellationToken)
            : outcome;
    }

    private Task<Outcome<Disposal>> DecideAsync(Round round, Need need, ConfirmDisposal confirm, CommandContext command, CancellationToken cancellationToken) =>
        aggregates.DecideAsync<Disposal>(
            need.RoundId, Disposal.IdOf(need.NeedId), command, disposal => DisposalDecisions.Confirm(round, need, disposal, confirm), cancellationToken);

    private static Disposal New(Need need) => new() { RoundId = need.RoundId, NeedId = need.NeedId, AgencyId = need.AgencyId };
}

/// <summary>Disposals of one need as they are read.</summary>
/// <param name="Replaces">How many old vehicles the need replaces.</param>
/// <param name="Confirmed">How many of them are confirmed gone.</param>
public sealed record DisposalView(string RoundId, string NeedId, string AgencyId, int Replaces, int Confirmed, ImmutableArray<DisposalEntry> Entries)
{
    public static DisposalView Of(Disposal disposal, Need need)
    {
        ArgumentNullException.ThrowIfNull(disposal);
        ArgumentNullException.ThrowIfNull(need);
        return new DisposalView(disposal.RoundId, disposal.NeedId, disposal.AgencyId, need.Content.Replaces?.Quantity ?? 0, disposal.Confirmed, disposal.Entries);
    }
}
