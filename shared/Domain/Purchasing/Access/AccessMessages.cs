using NodaTime;
using Samkjop.Calendar;
using Samkjop.People;

namespace Samkjop.Purchasing.Access;

/// <summary>What officers and suppliers are told about requests for access.</summary>
public static class AccessMessages
{
    /// <summary>Officers: a request has come, or what was put off is to be answered.</summary>
    public static OutboundMessage Due(Round round, AccessRequest request, AccessClock clock)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(clock);
        var (answer, silence) = (OsloFormat.Deadline(clock.AnswerBy), OsloFormat.Deadline(clock.RefusedFrom));
        return Officers(round, request, request.ResumedFrom is null ? "due" : "resumed", clock.From,
            new($"Innsynskrav å svare på: {round.Title.No}", $"Access request to answer: {round.Title.En}"),
            new(
                $"Svar innen {answer.No}. Uten svar innen {silence.No} regnes kravet som avslått og kan påklages.",
                $"Answer by {answer.En}. Without an answer by {silence.En} the request counts as refused and can be complained about."));
    }

    /// <summary>Officers: the time is up, or silence counts as a refusal.</summary>
    public static OutboundMessage Reminder(Round round, AccessRequest request, Instant now)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(request);
        return request.Reminders < 2
            ? Officers(round, request, $"reminder-{RunOf(request)}1", now,
                new($"Innsynskrav bør besvares i dag: {round.Title.No}", $"Access request to be answered today: {round.Title.En}"),
                new("Kravet er ikke besvart ennå, og fristen er i dag.", "The request is not answered yet, and the time is up today."))
            : Officers(round, request, $"reminder-{RunOf(request)}2", now,
                new($"Innsynskrav er ikke besvart i tide: {round.Title.No}", $"Access request not answered in time: {round.Title.En}"),
                new(
                    "Fem arbeidsdager er gått uten svar. Kravet regnes som avslått og kan påklages (offentleglova § 32). Svar likevel, så snart som mulig.",
                    "Five working days have passed without an answer. The request counts as refused and can be complained about (offentleglova § 32). Answer all the same, as soon as possible."));
    }

    /// <summary>A supplier is asked for a copy without secrets.</summary>
    public static OutboundMessage CopyDemanded(Round round, BusinessSecret secret, CopyDemand demand)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(secret);
        ArgumentNullException.ThrowIfNull(demand);
        return new OutboundMessage(
            round.RoundId, $"redacted-copy-{secret.DocumentId}", MessageRecipient.Supplier(secret.SupplierId),
            new($"Vi ber om en sladdet versjon: {round.Title.No}", $"A redacted copy is asked for: {round.Title.En}"),
            new(
                $"Last opp en kopi av {secret.DocumentId} der forretningshemmelighetene er tatt ut. {demand.Reason}",
                $"Upload a copy of {secret.DocumentId} from which the business secrets are removed. {demand.Reason}"),
            $"/api/rounds/{round.RoundId}/bids/{secret.BidId}/documents/{secret.DocumentId}/secret", demand.At);
    }

    private static OutboundMessage Officers(Round round, AccessRequest request, string what, Instant at, Text subject, Text body) => new(
        round.RoundId, $"{request.RequestId}-{what}", MessageRecipient.Role(Role.ProcurementOfficer), subject, body,
        $"/api/rounds/{round.RoundId}/access-requests/{request.RequestId}", at);

    private static string RunOf(AccessRequest request) => request.ResumedFrom is null ? "" : "after-award-";
}
