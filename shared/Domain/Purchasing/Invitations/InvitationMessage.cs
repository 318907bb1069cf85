using Samkjop.Calendar;

namespace Samkjop.Purchasing;

/// <summary>What each invited supplier is told when the invitation is released.</summary>
public static class InvitationMessage
{
    /// <summary>The message to one supplier.</summary>
    /// <exception cref="InvalidOperationException">The round's invitation is not released.</exception>
    public static OutboundMessage To(string supplierId, Round round)
    {
        ArgumentNullException.ThrowIfNull(round);
        var invitation = round.Invitation ?? throw new InvalidOperationException($"The invitation of round '{round.RoundId}' is not released.");
        var (opens, closes) = (OsloFormat.Moment(invitation.Window.Opens), OsloFormat.Deadline(invitation.Window.Closes));
        var questions = OsloFormat.Deadline(QuestionTimes.CutOff(round));
        return new OutboundMessage(
            round.RoundId,
            $"invitation-{supplierId}",
            MessageRecipient.Supplier(supplierId),
            new Text($"Invitasjon: {round.Title.No}", $"Invitation: {round.Title.En}"),
            new Text(
                $"Du er invitert til å gi tilbud. Tilbud tas imot fra {opens.No} til {closes.No}. Spørsmål stilles skriftlig innen {questions.No}. Les invitasjonen, kriteriene og delkontraktene i portalen.",
                $"You are invited to bid. Bids are received from {opens.En} until {closes.En}. Questions are asked in writing by {questions.En}. Read the invitation, the criteria and the lots in the portal."),
            $"/api/rounds/{round.RoundId}/invitation",
            invitation.ReleasedAt);
    }
}
