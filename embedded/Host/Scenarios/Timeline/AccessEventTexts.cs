using Samkjop.Calendar;
using Samkjop.Decisions;
using Samkjop.Purchasing.Access;
using Samkjop.Purchasing.Archive;

namespace Samkjop.Host.Scenarios;

/// <summary>Requests for access and the archive as sentences without their subject.</summary>
internal static class AccessEventTexts
{
    public static string? Of(DomainEvent told, Names names) => told switch
    {
        AccessRequested asked => $"registers a request for access ({asked.Requester.ToString().ToLowerInvariant()}) to {string.Join(", ", asked.RecordIds)}",
        AccessDeferred put => $"puts off {string.Join(", ", put.RecordIds)} until the award ({put.LegalBasis})",
        AccessResumed again => $"takes up the request for {string.Join(", ", again.RecordIds)}: the award is made, and an answer is due by {OsloFormat.Deadline(again.AnswerBy).En}",
        AccessDecided { Outcome: AccessOutcome.Granted } given => $"gives access to {given.RecordId}",
        AccessDecided { Outcome: AccessOutcome.Partly } given => $"gives access to {given.RecordId} with parts redacted ({given.LegalBasis})",
        AccessDecided refused => $"refuses access to {refused.RecordId} ({refused.LegalBasis}). {refused.Reason}",
        AccessReminded { CountsAsRefused: true } => "reminds officers of a request for access: five working days have passed, and silence counts as a refusal",
        AccessReminded => "reminds officers of a request for access that is due today",
        AccessGiven given => $"fetches {given.RecordId}{(given.Redacted ? ", redacted," : "")} for whoever asked",
        RedactedCopyDemanded demanded => $"asks {names.Supplier(demanded.SupplierId)} for a copy without business secrets",
        JournalExported exported => $"exports the journal with its files: {exported.Records} records",
        _ => null,
    };
}
