using Samkjop.Publication.Model;
using Samkjop.Purchasing;

namespace Samkjop.Publication;

/// <summary>The times of a round as they were when something was told, whatever has been decided since.</summary>
internal static class RoundTimes
{
    public static Round At(Round round, InvitationReleased released) => WithClosing(round, released.Window.Closes);

    public static Round At(Round round, WindowChange change) => WithClosing(round, change.To);

    public static OcdsPeriod TenderPeriod(Round round) => new(round.Invitation!.Window.Opens, round.Invitation.Window.Closes);

    public static OcdsPeriod EnquiryPeriod(Round round) => new(round.Invitation!.ReleasedAt, QuestionTimes.CutOff(round));

    private static Round WithClosing(Round round, NodaTime.Instant closes)
    {
        var invitation = round.Invitation ?? throw new InvalidOperationException($"The invitation of round '{round.RoundId}' is not released.");
        return round with { Invitation = invitation with { Window = invitation.Window with { Closes = closes } } };
    }
}
