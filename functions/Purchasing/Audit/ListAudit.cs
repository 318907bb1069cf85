using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using NodaTime;
using Samkjop.Audit;
using Samkjop.Decisions;
using Samkjop.Functions.Http;
using Samkjop.People;
using Samkjop.State;

namespace Samkjop.Functions.Purchasing.Audit;

/// <param name="Number">Running number within the round; numbers of entries that are sealed until the opening are left out.</param>
/// <param name="At">When it was decided, read or attempted, UTC.</param>
/// <param name="By">Who: an id, never a name.</param>
/// <param name="Source">What decided it, or a unique id of the read or attempt.</param>
/// <param name="Event">What was decided, read or attempted.</param>
/// <param name="Hash">What binds the entry to all before it.</param>
/// <param name="Why">Why, in the words of who decided; null where none were asked for, and where they are kept beside the log since they may be personal.</param>
public sealed record AuditLine(long Number, Instant At, Actor By, string Source, DomainEvent Event, string? Hash, string? Why)
{
    public static AuditLine Of(AuditEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return new(entry.Number, entry.At, entry.By, entry.Source, entry.Event, entry.Hash, entry.Why);
    }
}

/// <summary>
/// Lists a round's audit log, oldest first. Entries that tell who has bid are left out, for everybody, until the bids are opened
/// (Directive 2014/24 Annex IV).
/// </summary>
public sealed class ListAudit(AuditLog audit, AuditReading reading)
{
    [Function(nameof(ListAudit))]
    [RequiresRole(Role.ProcurementOfficer, Role.Auditor)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "rounds/{roundId}/audit")] HttpRequest request,
        string roundId, FunctionContext context, CancellationToken cancellationToken)
    {
        var round = await reading.RoundAsync(context, roundId, cancellationToken);
        var asked = request.Page();
        var page = await audit.ListAsync(roundId, asked.PageSize, asked.Continuation, cancellationToken);
        return Reply.Ok(page.ToList(
            AuditLine.Of,
            entry => round.OpenedAt is not null || entry.Event is not ISealedUntilOpening));
    }
}
