using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using NodaTime;
using Samkjop.Decisions;
using Samkjop.Functions.Http;
using Samkjop.Functions.People;
using Samkjop.Functions.Purchasing.Rounds;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Access;
using Samkjop.Rules;
using Samkjop.State;

namespace Samkjop.Functions.Purchasing.Access;

/// <summary>Requests for access to a round's documents (innsynskrav), entered by officers for anybody and by suppliers for themselves.</summary>
public sealed class AccessRequestEndpoints(IDocumentStore store, RoundReader rounds, AccessDesk desk, NameRegister names, Aggregates aggregates, RefusedAttempts attempts)
{
    /// <param name="RecordIds">Documents as the journal lists them, or as they will be called: <c>protocol</c>, <c>opening</c>, <c>bid-…</c>, <c>evaluation-…</c>, <c>letter-…</c>.</param>
    /// <param name="Requester">Who asks; left out by suppliers. Nobody has to give a name.</param>
    /// <param name="ReceivedAt">When it reached the municipality; left out for now.</param>
    public sealed record Body(ImmutableArray<string> RecordIds, RequesterBody? Requester = null, Instant? ReceivedAt = null);

    /// <param name="Name">Kept in the register of names, where it can be erased.</param>
    /// <param name="Mail">Likewise.</param>
    public sealed record RequesterBody(RequesterKind Kind, string? Name = null, string? Mail = null);

    /// <param name="LegalBasis">Required for what is not given in full.</param>
    /// <param name="Reason">Required for what is not given in full, and for what its supplier says is secret.</param>
    public sealed record DecisionBody(string RecordId, AccessOutcome Outcome, string? LegalBasis = null, string? Reason = null);

    [Function(nameof(RequestAccess))]
    [RequiresRole(Role.ProcurementOfficer, Role.SupplierUser)]
    public async Task<IResult> RequestAccess(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "rounds/{roundId}/access-requests")] HttpRequest request,
        string roundId, FunctionContext context, CancellationToken cancellationToken)
    {
        var body = await request.ReadBodyAsync<Body>(cancellationToken);
        var round = (await rounds.ReadAsync(context, roundId, cancellationToken)).Document;
        var (caller, now, requestId) = (context.Caller(), context.Arrived(), context.DeriveId("access"));
        var asked = await desk.ReadAsync(round, cancellationToken);
        var (requester, person) = RequesterOf(body, caller, requestId, now);
        var register = new RegisterAccessRequest(
            requestId, requester, caller.SupplierId is null ? body.ReceivedAt ?? now : now, body.RecordIds, caller, now);
        if (person is not null && PersonRules.Check(person, null) is { } unnamed)
        {
            throw new ProblemException(unnamed);
        }

        var outcome = await aggregates.CreateAsync(
            roundId, requestId, context.Command(),
            () => AccessDecisions.Register(round, asked.Stage, asked.Asked(body.RecordIds.IsDefault ? [] : body.RecordIds), register, RuleTable.Norwegian), cancellationToken);
        var stored = await attempts.OrProblemAsync(context, roundId, "access-requests", outcome, cancellationToken);
        if (person is not null)
        {
            await names.EnterOnceAsync(context, person, cancellationToken);
        }

        await desk.TellAsync(round, stored.Document, cancellationToken);
        return Reply.Created(AccessRequestView.Of(round, stored.Document, null), $"/api/rounds/{roundId}/access-requests/{requestId}", stored.ETag);
    }

    [Function(nameof(ListAccessRequests))]
    [RequiresRole(Role.ProcurementOfficer, Role.Auditor, Role.SupplierUser)]
    public async Task<IResult> ListAccessRequests(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "rounds/{roundId}/access-requests")] HttpRequest request,
        string roundId, FunctionContext context, CancellationToken cancellationToken)
    {
        var round = (await rounds.ReadAsync(context, roundId, cancellationToken)).Document;
        var page = await store.ListAsync<AccessRequest>(roundId, request.Page() with { IdPrefix = AccessRequest.IdPrefix }, cancellationToken);
        var views = new List<AccessRequestView>();
        foreach (var item in page.Items.Where(item => MaySee(item.Document, context.Caller())))
        {
            views.Add(await ViewAsync(round, item.Document, context.Caller(), context.Arrived(), cancellationToken));
        }

        return Reply.Ok(new ListPage<AccessRequestView>(views, page.Continuation));
    }

    [Function(nameof(GetAccessRequest))]
    [RequiresRole(Role.ProcurementOfficer, Role.Auditor, Role.SupplierUser)]
    public async Task<IResult> GetAccessRequest(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "rounds/{roundId}/access-requests/{requestId}")] HttpRequest request,
        string roundId, string requestId, FunctionContext context, CancellationToken cancellationToken)
    {
        var round = (await rounds.ReadAsync(context, roundId, cancellationToken)).Document;
        return await store.FindAsync<AccessRequest>(roundId, requestId, cancellationToken) is { } stored && MaySee(stored.Document, context.Caller())
            ? Reply.Ok(await ViewAsync(round, stored.Document, context.Caller(), context.Arrived(), cancellationToken), stored.ETag)
            : throw await attempts.RecordAsync(context, roundId, requestId, Refusals.NotFound(AccessRequest.Kind, requestId), cancellationToken);
    }

    [Function(nameof(DecideAccess))]
    [RequiresRole(Role.ProcurementOfficer)]
    public async Task<IResult> DecideAccess(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "rounds/{roundId}/access-requests/{requestId}/decisions")] HttpRequest request,
        string roundId, string requestId, FunctionContext context, CancellationToken cancellationToken)
    {
        var body = await request.ReadBodyAsync<DecisionBody>(cancellationToken);
        var round = (await store.RoundAsync(roundId, cancellationToken)).Document;
        var asked = await desk.ReadAsync(round, cancellationToken);
        var record = asked.Known(body.RecordId) ?? new AskedRecord(body.RecordId, RecordKind.Data, Exists: false);
        var decide = new Samkjop.Purchasing.Access.DecideAccess(body.RecordId, body.Outcome, body.LegalBasis, body.Reason, context.Caller(), context.Arrived());
        var outcome = await aggregates.DecideAsync<AccessRequest>(
            roundId, requestId, context.Command(request.IfMatch()), known => AccessDecisions.Decide(round, asked.Stage, record, known, decide), cancellationToken);
        var stored = await attempts.OrProblemAsync(context, roundId, requestId, outcome, cancellationToken);
        return Reply.Ok(AccessRequestView.Of(round, stored.Document, null), stored.ETag);
    }

    private static (AccessRequester Requester, Person? Person) RequesterOf(Body body, Caller caller, string requestId, Instant now)
    {
        if (caller.SupplierId is { } supplier)
        {
            return (new AccessRequester(RequesterKind.Supplier, SupplierId: supplier), null);
        }

        var (kind, subject) = (body.Requester?.Kind ?? RequesterKind.Anonymous, $"requester.{requestId}");
        return body.Requester is { Name: null, Mail: null } or null
            ? (new AccessRequester(kind), null)
            : (new AccessRequester(kind, Person.KeyOf(subject)), new Person(subject, body.Requester.Name, body.Requester.Mail, now));
    }

    private static bool MaySee(AccessRequest request, Caller caller) => caller.SupplierId is null || caller.SupplierId == request.Requester.SupplierId;

    /// <summary>With the name, for the round's officers and the auditor. Answers to POST go without: they are remembered under their key, where nobody erases a name.</summary>
    private async Task<AccessRequestView> ViewAsync(Round round, AccessRequest request, Caller caller, Instant now, CancellationToken cancellationToken)
    {
        var mayKnow = caller.Has(Role.Auditor) || RoundAccess.MayActAs(round, caller, Role.ProcurementOfficer, now) is null;
        var person = mayKnow && request.Requester.PersonKey is not null
            ? await names.FindAsync($"requester.{request.RequestId}", cancellationToken)
            : null;
        return AccessRequestView.Of(round, request, person);
    }
}
