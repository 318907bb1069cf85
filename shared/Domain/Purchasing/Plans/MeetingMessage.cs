using NodaTime;
using Samkjop.Calendar;
using Samkjop.Calendars;

namespace Samkjop.Purchasing;

/// <summary>What agencies are told when an information meeting is set, moved or called off.</summary>
public static class MeetingMessage
{
    /// <summary>The message to one agency; one per revision.</summary>
    public static OutboundMessage To(string agencyId, PlannedRound plan, BookedEntry meeting, Instant now)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(meeting);
        var at = OsloFormat.Moment(meeting.Entry.Time.From ?? now);
        var body = meeting.IsCancelled
            ? new Text($"Møtet {at.No} er avlyst.", $"The meeting on {at.En} is called off.")
            : new Text(
                $"Møtet er {at.No}. Sted: {meeting.Entry.Location}. {Join(meeting, "Bli med: ")}Kalenderen din følger med hvis du abonnerer på den.",
                $"The meeting is on {at.En}. Place: {meeting.Entry.Location}. {Join(meeting, "Join: ")}Your calendar follows if you subscribe to it.");
        return new OutboundMessage(
            plan.RoundId,
            $"meeting-{meeting.Sequence}-{agencyId}",
            MessageRecipient.Agency(agencyId),
            SubjectOf(plan, meeting),
            body,
            $"/api/rounds/{plan.RoundId}/calendar.ics",
            now);
    }

    private static Text SubjectOf(PlannedRound plan, BookedEntry meeting) => meeting switch
    {
        { IsCancelled: true } => new Text($"Informasjonsmøtet er avlyst: {plan.Title.No}", $"The information meeting is called off: {plan.Title.En}"),
        { Sequence: 0 } => new Text($"Informasjonsmøte: {plan.Title.No}", $"Information meeting: {plan.Title.En}"),
        _ => new Text($"Informasjonsmøtet er endret: {plan.Title.No}", $"The information meeting has changed: {plan.Title.En}"),
    };

    private static string Join(BookedEntry meeting, string label) => meeting.Entry.Link is { } link ? $"{label}{link} " : "";
}
