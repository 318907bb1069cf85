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
}
