using Samkjop.Calendar;
using Samkjop.Decisions;

namespace Samkjop.Purchasing;

/// <summary>Why an invitation is not released.</summary>
internal static class InvitationRefusals
{
    public static Refusal NotReady(Round round) => round.Phase < RoundPhase.AwaitingInvitation
        ? Refusal.Conflict(
            "lots-not-locked",
            $"Delkontraktene i runde {round.RoundId} er ikke låst ennå; det skjer {OsloFormat.Moment(round.Needs.LotsLockAt).No}. Ingenting er endret; inviter etter det.",
            $"The lots of round {round.RoundId} are not locked yet; that happens {OsloFormat.Moment(round.Needs.LotsLockAt).En}. Nothing was changed; invite after that.")
        : Refusal.Conflict(
            "invitation-released",
            $"Runde {round.RoundId} er kommet forbi invitasjonen. Ingenting er endret; det som er sendt, står.",
            $"Round {round.RoundId} is past its invitation. Nothing was changed; what was sent stands.");

    public static Refusal LotsChanged(Round round) => Refusal.Conflict(
        "lots-changed",
        $"Delkontraktene i runde {round.RoundId} ble justert i samme øyeblikk. Ingenting er sendt; les dem på nytt og inviter igjen.",
        $"The lots of round {round.RoundId} were adjusted in this moment. Nothing was sent; read them again and invite again.");

    public static Refusal NoLots(Round round) => Refusal.Conflict(
        "no-lots",
        $"Runde {round.RoundId} har ingen delkontrakter å invitere til. Ingenting er endret.",
        $"Round {round.RoundId} has no lots to invite to. Nothing was changed.");

    public static Refusal NoDocument(Round round) => Refusal.Conflict(
        "no-procurement-document",
        $"Runde {round.RoundId} har ikke noe konkurransegrunnlag. Ingenting er endret; legg inn kriterier og prisformel først.",
        $"Round {round.RoundId} has no procurement document. Nothing was changed; write its criteria and price formula first.");

    public static Refusal NoSuppliers(Round round) => Refusal.Conflict(
        "no-suppliers",
        $"Ingen leverandør er tatt opp i {round.PurchasingSystemId} nå. Ingenting er endret; ta opp leverandører først.",
        $"No supplier is admitted to {round.PurchasingSystemId} now. Nothing was changed; admit suppliers first.");

    public static Refusal TooShort(ClosingCheck check, EarliestClosing earliest)
    {
        var (period, at) = (check.MinimumPeriod, OsloFormat.Moment(earliest.Instant));
        var closing = OsloFormat.Deadline(check.Closing);
        return Refusal.Invalid(
            "tender-period-too-short",
            $"Fristen {closing.No} er for tidlig. {period.Explanation.No} Tidligste lovlige frist er {at.No}. Ingenting er endret; velg den eller en senere.",
            $"The closing {closing.En} is too early. {period.Explanation.En} The earliest legal closing is {at.En}. Nothing was changed; set the closing then or later.");
    }
}
