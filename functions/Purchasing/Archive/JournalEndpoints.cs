using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using NodaTime;
using Samkjop.Audit;
using Samkjop.Decisions;
using Samkjop.Functions.Http;
using Samkjop.Orchestrations.Purchasing;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Access;
using Samkjop.Purchasing.Archive;
using Samkjop.State;

namespace Samkjop.Functions.Purchasing.Archive;

/// <summary>
/// A round's journal, and its export for the archive. For the auditor and the round's officers; once the bids are open, for officers who have declared their
/// impartiality, since the journal tells who bid and the export holds the bids.
/// </summary>
public sealed class JournalEndpoints(IDocumentStore store, JournalReader journal, JournalZip zip, AuditLog audit, RefusedAttempts attempts)
{
    [Function(nameof(ListJournal))]
    [RequiresRole(Role.ProcurementOfficer, Role.Auditor)]
    public async Task<IResult> ListJournal(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "rounds/{roundId}/journal")] HttpRequest request,
        string roundId, FunctionContext context, CancellationToken cancellationToken)
    {
        var round = await RoundAsync(context, roundId, cancellationToken);
        if (round.OpenedAt is not null)
        {
            await RecordAsync(context, roundId, "read", new BidsRead(nameof(ListJournal), "journal"), cancellationToken);
        }

        var asked = request.Page();
        var records = await journal.ReadAsync(round, cancellationToken);
        var first = JournalPaging.FirstOf(records, asked.Continuation);
        var page = records.Skip(first).Take(asked.PageSize).Select((record, i) => RecordView.Of(record, first + i + 1)).ToList();
        return Reply.Ok(new ListPage<RecordView>(page, first + page.Count < records.Length ? records[first + page.Count].RecordId : null));
    }

    [Function(nameof(ExportJournal))]
    [RequiresRole(Role.ProcurementOfficer, Role.Auditor)]
    public async Task<IResult> ExportJournal(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "rounds/{roundId}/journal-export")] HttpRequest request,
        string roundId, FunctionContext context, CancellationToken cancellationToken)
    {
        var round = await RoundAsync(context, roundId, cancellationToken);
        ImmutableArray<RoundRecord> records = [.. (await journal.ReadAsync(round, cancellationToken)).Where(record => record.Files.All(file => file.Source is not RecordSource.ProtocolDraft))];
        var lots = await store.LotsAsync(roundId, cancellationToken);
        await RecordAsync(context, roundId, "export", new JournalExported(AccessStages.Of(round, lots), records.Length), cancellationToken);
        return new StreamReply((body, aborted) => zip.WriteAsync(round, records, body, aborted), "application/zip", $"journal-{roundId}.zip");
    }

    private async Task<Round> RoundAsync(FunctionContext context, string roundId, CancellationToken cancellationToken)
    {
        var round = (await store.RoundAsync(roundId, cancellationToken)).Document;
        return JournalAccess.Refuses(round, context.Caller(), context.Arrived()) is { } refusal
            ? throw await attempts.RecordAsync(context, roundId, "journal", refusal, cancellationToken)
            : round;
    }

    private Task<AuditEntry> RecordAsync(FunctionContext context, string roundId, string what, DomainEvent told, CancellationToken cancellationToken) => audit.AppendAsync(
        roundId, context.Arrived(), context.Caller().Actor,
        $"{what}.{context.FunctionDefinition.Name}/{context.Arrived().ToUnixTimeMilliseconds()}-{context.InvocationId}", told, cancellationToken);
}

/// <summary>An entry of the journal as it is listed.</summary>
/// <param name="Number">Running number in the journal as it is now.</param>
/// <param name="Counterpart">Who sent or received it.</param>
/// <param name="Exemption">Why it is kept from the public as a rule; null when it is open.</param>
/// <param name="Files">Its files, the main document first.</param>
public sealed record RecordView(
    int Number, string RecordId, RecordKind Kind, RecordDirection Direction, Text Title, Instant At, string? Counterpart, Exemption? Exemption,
    ImmutableArray<RecordFileView> Files)
{
    public static RecordView Of(RoundRecord record, int number)
    {
        ArgumentNullException.ThrowIfNull(record);
        return new(
            number, record.RecordId, record.Kind, record.Direction, record.Title, record.At, record.Counterpart, record.Exemption,
            [.. record.Files.Select(file => new RecordFileView(file.FileName, file.Title, file.MediaType, file.IsMarkedSecret, file.Redacted is not null))]);
    }
}

/// <param name="MarkedSecret">Whether its supplier says that it holds business secrets.</param>
/// <param name="HasRedacted">Whether there is a copy without them.</param>
public sealed record RecordFileView(string FileName, Text Title, string MediaType, bool MarkedSecret, bool HasRedacted);
