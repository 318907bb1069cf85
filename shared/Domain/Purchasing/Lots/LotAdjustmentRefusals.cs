using Samkjop.Calendar;
using Samkjop.Decisions;

namespace Samkjop.Purchasing;

/// <summary>Why lots are not adjusted.</summary>
internal static class LotAdjustmentRefusals
{
    public static Refusal NotNow(Round round) => round.Phase < RoundPhase.AwaitingInvitation
        ? Refusal.Conflict(
            "lots-not-locked",
            $"Delkontraktene i runde {round.RoundId} låses {OsloFormat.Moment(round.Needs.LotsLockAt).No}. Ingenting er endret; juster dem etter det.",
            $"The lots of round {round.RoundId} are locked {OsloFormat.Moment(round.Needs.LotsLockAt).En}. Nothing was changed; adjust them after that.")
        : Refusal.Conflict(
            "lots-released",
            $"Delkontraktene i runde {round.RoundId} er sendt ut eller runden er avsluttet, så de kan ikke justeres. Ingenting er endret.",
            $"The lots of round {round.RoundId} were released or the round has closed, so they cannot be adjusted. Nothing was changed.");

    public static Refusal NothingLeft(Round round) => Refusal.Conflict(
        "no-lots-left",
        $"Da ville runde {round.RoundId} stå uten delkontrakter. Ingenting er endret; be uttrykkelig om å avslutte runden (closeRound) hvis det er meningen.",
        $"Round {round.RoundId} would then have no lots. Nothing was changed; ask expressly for the round to close (closeRound) if that is meant.");
}
