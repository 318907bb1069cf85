using Microsoft.Azure.Functions.Worker;
using Samkjop.Functions.Registers;
using Samkjop.People;
using Samkjop.Ports;

namespace Samkjop.Functions.People;

/// <summary>The register of names, with its own audit logs that hold no names.</summary>
public sealed class NameRegister(IDocumentStore store, RegisterDesk registers)
{
    /// <summary>Who an id is; null when nobody has entered it.</summary>
    public async Task<Person?> FindAsync(string subject, CancellationToken cancellationToken) => (await StoredAsync(subject, cancellationToken))?.Document;

    /// <summary>The entry with its ETag.</summary>
    public Task<Stored<Person>?> StoredAsync(string subject, CancellationToken cancellationToken) =>
        store.FindAsync<Person>(Person.PartitionOf(subject), Person.DocumentId, cancellationToken);

    /// <summary>Enters a name; what stands there already stays.</summary>
    public async Task EnterOnceAsync(FunctionContext context, Person person, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(person);
        if (await StoredAsync(person.Subject, cancellationToken) is not null)
        {
            return;
        }

        await registers.RecordAsync(context, Person.Kind, person.Key, new PersonEntered(person.Subject), cancellationToken);
        try
        {
            await store.CreateAsync(person, cancellationToken);
        }
        catch (DocumentExistsException)
        {
            // Entered by the same request, the first time it came.
        }
    }

    /// <summary>Writes a name in the place of what stands there.</summary>
    /// <exception cref="DocumentChangedException">Somebody wrote it meanwhile; nothing is changed.</exception>
    public async Task<Stored<Person>> WriteAsync(FunctionContext context, Person person, string? etag, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(person);
        await registers.RecordAsync(context, Person.Kind, person.Key, new PersonEntered(person.Subject), cancellationToken);
        return etag is null ? await store.CreateAsync(person, cancellationToken) : await store.ReplaceAsync(person, etag, cancellationToken);
    }

    /// <summary>Erases a name. Asked again, nothing more happens.</summary>
    /// <exception cref="DocumentChangedException">Somebody wrote it meanwhile; nothing is changed.</exception>
    public async Task<Stored<Person>> EraseAsync(FunctionContext context, Stored<Person> stored, string reason, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(stored);
        if (PersonRules.Erase(stored.Document, Http.FunctionContextExtensions.Arrived(context)) is not { } erased)
        {
            return stored;
        }

        await registers.RecordAsync(context, Person.Kind, erased.Key, new PersonErased(erased.Subject, reason), cancellationToken);
        return await store.ReplaceAsync(erased, stored.ETag, cancellationToken);
    }
}
