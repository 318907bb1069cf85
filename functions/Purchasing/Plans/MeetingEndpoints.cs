using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Samkjop.Decisions;
using Samkjop.Functions.Http;
using Samkjop.Functions.Purchasing.Calendars;
using Samkjop.Functions.Registers;
using Samkjop.Orchestrations.Purchasing;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.State;

namespace Samkjop.Functions.Purchasing.Plans;

/// <summary>Sets, moves and calls off a round's information meeting, also once the round has opened. Agencies are told, and calendars follow.</summary>
public sealed class MeetingEndpoints(IDocumentStore store, RegisterDesk registers, RoundCalendars calendars)
{
    [Function(nameof(SetMeeting))]
    [RequiresRole(Role.ProcurementOfficer)]
    public async Task<IResult> SetMeeting(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "plans/{roundId}/meeting")] HttpRequest request,
        string roundId, FunctionContext context, CancellationToken cancellationToken) =>
        await MoveAsync(request, context, roundId, await request.ReadBodyAsync<InformationMeeting>(cancellationToken), cancellationToken);

    [Function(nameof(CancelMeeting))]
    [RequiresRole(Role.ProcurementOfficer)]
    public Task<IResult> CancelMeeting(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "plans/{roundId}/meeting")] HttpRequest request,
        string roundId, FunctionContext context, CancellationToken cancellationToken) => MoveAsync(request, context, roundId, null, cancellationToken);

    private async Task<IResult> MoveAsync(
        HttpRequest request, FunctionContext context, string roundId, InformationMeeting? meeting, CancellationToken cancellationToken)
    {
        var (etag, now) = (request.RequiredIfMatch(), context.Arrived());
        var stored = (await store.FindAsync<PlannedRound>(roundId, "plan", cancellationToken)).OrNotFound(roundId);
        stored.Document.RequireMayPlan(context.Caller());
        if (stored.Document.Meeting != meeting)
        {
            stored = await ReplaceAsync(context, stored, meeting, etag, cancellationToken);
        }

        await TellAsync(stored.Document, now, cancellationToken);
        return Reply.Ok(PlanView.Of(stored.Document), stored.ETag);
    }

    private async Task<Stored<PlannedRound>> ReplaceAsync(
        FunctionContext context, Stored<PlannedRound> stored, InformationMeeting? meeting, string etag, CancellationToken cancellationToken)
    {
        if (etag != stored.ETag)
        {
            throw new ProblemException(Refusals.Stale(PlannedRound.Kind, stored.Document.RoundId));
        }

        if (MeetingRules.CheckMove(stored.Document, meeting, context.Arrived()) is { } refusal)
        {
            throw new ProblemException(refusal);
        }

        try
        {
            return await registers.ReplaceAsync(context, stored, stored.Document with { Meeting = meeting }, null, cancellationToken);
        }
        catch (DocumentChangedException)
        {
            throw new ProblemException(Refusals.Stale(PlannedRound.Kind, stored.Document.RoundId));
        }
    }

    /// <summary>Once per revision of the meeting, so that a repeated request tells nobody twice.</summary>
    private async Task TellAsync(PlannedRound plan, NodaTime.Instant now, CancellationToken cancellationToken)
    {
        var calendar = await calendars.ReadAsync(plan.RoundId, now, cancellationToken);
        if (calendar.Book.Entries.FirstOrDefault(e => e.Entry.Key == "meeting") is not { } booked)
        {
            return;
        }

        await foreach (var agency in store.AgenciesOfAsync(plan.CallOff, cancellationToken))
        {
            await store.TellAsync(MeetingMessage.To(agency.Document.AgencyId, plan, booked, now), cancellationToken);
        }
    }
}
