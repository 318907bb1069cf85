using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using NodaTime;
using Samkjop.Decisions;
using Samkjop.Functions.Http;
using Samkjop.People;
using Samkjop.Ports;

namespace Samkjop.Functions.People;

/// <summary>The register of names: who the ids are that logs and documents hold.</summary>
public sealed class PersonEndpoints(IDocumentStore store, NameRegister names)
{
    /// <param name="Name">As the person is called.</param>
    /// <param name="Mail">Where the person is reached.</param>
    public sealed record Body(string Name, string? Mail = null);

    /// <param name="Reason">Why; names nobody.</param>
    public sealed record ErasureBody(string Reason);

    /// <param name="Key">Names the person's audit log: <c>registers/person/{key}/audit</c>.</param>
    /// <param name="Name">The name, or what stands in its place once it is erased.</param>
    public sealed record View(string Subject, string Key, string? Name, string? Mail, Instant EnteredAt, Instant? ErasedAt)
    {
        public static View Of(Person person)
        {
            ArgumentNullException.ThrowIfNull(person);
            return new(person.Subject, person.Key, person.ErasedAt is null ? person.Name : Person.Erased.ToString(), person.Mail, person.EnteredAt, person.ErasedAt);
        }
    }

    [Function(nameof(PutPerson))]
    [RequiresRole(Role.Administrator)]
    public async Task<IResult> PutPerson(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "people/{subject}")] HttpRequest request,
        string subject, FunctionContext context, CancellationToken cancellationToken)
    {
        var body = await request.ReadBodyAsync<Body>(cancellationToken);
        var existing = await names.StoredAsync(subject, cancellationToken);
        var person = new Person(subject, body.Name, body.Mail, context.Arrived());
        if (existing is { Document: { ErasedAt: null } same } && (same.Name, same.Mail) == (body.Name, body.Mail))
        {
            return Reply.Ok(View.Of(same), existing.ETag);
        }

        if (PersonRules.Check(person, existing?.Document) is { } refusal)
        {
            throw new ProblemException(refusal);
        }

        if (existing is not null && request.RequiredIfMatch() != existing.ETag)
        {
            throw new ProblemException(Refusals.Stale(Person.Kind, subject));
        }

        try
        {
            var written = await names.WriteAsync(context, person, existing?.ETag, cancellationToken);
            return existing is null ? Reply.Created(View.Of(written.Document), request.Path, written.ETag) : Reply.Ok(View.Of(written.Document), written.ETag);
        }
        catch (Exception exception) when (exception is DocumentExistsException or DocumentChangedException)
        {
            throw new ProblemException(Refusals.Stale(Person.Kind, subject));
        }
    }

    [Function(nameof(GetPerson))]
    [RequiresStaff]
    public async Task<IResult> GetPerson(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "people/{subject}")] HttpRequest request, string subject, CancellationToken cancellationToken)
    {
        var stored = (await names.StoredAsync(subject, cancellationToken)).OrNotFound(subject);
        return Reply.Ok(View.Of(stored.Document), stored.ETag);
    }

    [Function(nameof(ListPeople))]
    [RequiresRole(Role.Administrator, Role.Auditor)]
    public async Task<IResult> ListPeople(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "people")] HttpRequest request, CancellationToken cancellationToken) =>
        Reply.Ok((await store.ListAcrossAsync<Person>(request.Page(), cancellationToken)).ToList(View.Of));

    [Function(nameof(ErasePerson))]
    [RequiresRole(Role.Administrator)]
    public async Task<IResult> ErasePerson(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "people/{subject}/erasure")] HttpRequest request,
        string subject, FunctionContext context, CancellationToken cancellationToken)
    {
        var body = await request.ReadBodyAsync<ErasureBody>(cancellationToken);
        if (PersonRules.CheckReason(body.Reason) is { } refusal)
        {
            throw new ProblemException(refusal);
        }

        var stored = (await names.StoredAsync(subject, cancellationToken)).OrNotFound(subject);
        try
        {
            var erased = await names.EraseAsync(context, stored, body.Reason, cancellationToken);
            return Reply.Ok(View.Of(erased.Document), erased.ETag);
        }
        catch (DocumentChangedException)
        {
            throw new ProblemException(Refusals.Stale(Person.Kind, subject));
        }
    }
}
