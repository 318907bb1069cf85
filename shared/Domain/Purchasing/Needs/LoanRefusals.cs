using Samkjop.Decisions;

namespace Samkjop.Purchasing;

/// <summary>Why a loan's answer is not recorded.</summary>
internal static class LoanRefusals
{
    public static Refusal NotSubjectToLoan(Need need) => Refusal.Conflict(
        "need-unconditional",
        $"Behovet {need.NeedId} avhenger ikke av noe lån. Ingenting er endret; la virksomheten endre behovet hvis det skal det.",
        $"The need {need.NeedId} hangs on no loan. Nothing was changed; let the agency edit the need if it shall.");

    public static Refusal NotInRound(Need need) => Refusal.Conflict(
        "need-not-in-round",
        $"Behovet {need.NeedId} er trukket eller utsatt, så svaret på lånet har ingen virkning i denne runden. Ingenting er endret.",
        $"The need {need.NeedId} was withdrawn or deferred, so the loan's answer has no effect in this round. Nothing was changed.");

    public static Refusal Ordered(Need need, string orderId) => Refusal.Conflict(
        "option-ordered",
        $"Kjøretøyene i behovet {need.NeedId} er bestilt i {orderId}, og bestillingen står. Ingenting er endret; la virksomheten samtykke til avbestilling, så kan kontraktsforvalteren avbestille.",
        $"The vehicles of the need {need.NeedId} are ordered in {orderId}, and the order stands. Nothing was changed; let the agency agree to a cancellation, and the contract manager can cancel.");

    public static Refusal RoundClosed(string roundId) => Refusal.Conflict(
        "round-closed",
        $"Runde {roundId} er avsluttet, så svaret på lånet har ingen virkning her. Ingenting er endret; virksomheten melder behovet i neste runde.",
        $"Round {roundId} is closed, so the loan's answer has no effect here. Nothing was changed; the agency reports the need in the next round.");
}
