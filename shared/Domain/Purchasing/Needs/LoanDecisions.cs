using Samkjop.Decisions;
using Samkjop.People;

namespace Samkjop.Purchasing;

/// <summary>
/// Records what became of a loan. Before the lock the answer decides what the lock does. Once the invitation is out the lots stand: the need's vehicles
/// stay an option, which is ordered with the others when the loan was granted before that, and on its own when it is granted later, while the round is open.
/// </summary>
public static class LoanDecisions
{
    public const int MaxReasonLength = 500;

    /// <summary>
    /// Records the answer; the same once more changes nothing, another one replaces it and is told anew. Once the vehicles are ordered a loan is no longer
    /// refused here: the order stands until it is cancelled. A closed round takes no answer.
    /// </summary>
    /// <param name="round">The round.</param>
    /// <param name="need">The need.</param>
    /// <param name="command">The answer.</param>
    /// <param name="orderId">The order that holds the need's vehicles; null while none does.</param>
    public static Decision<Need> Answer(Round round, Need need, RecordLoanAnswer command, string? orderId = null)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(need);
        ArgumentNullException.ThrowIfNull(command);
        if (RoundAccess.MayActAs(round, command.By, Role.ProcurementOfficer, command.Now) is { } refusal)
        {
            return refusal;
        }

        var findings = new Findings();
        findings.Require(
            !string.IsNullOrWhiteSpace(command.Reason) && command.Reason.Length <= MaxReasonLength,
            "reason",
            $"Skriv hvilket vedtak svaret bygger på, med 1–{MaxReasonLength} tegn.",
            $"State the decision that the answer rests on, in 1–{MaxReasonLength} characters.");
        if (findings.ToRefusal("invalid-loan-answer") is { } invalid)
        {
            return invalid;
        }

        if (!need.Content.SubjectToLoan)
        {
            return LoanRefusals.NotSubjectToLoan(need);
        }

        if (need.State is NeedState.Withdrawn or NeedState.Deferred)
        {
            return LoanRefusals.NotInRound(need);
        }

        if (need.LoanAnswer is { } before && before.Granted == command.Granted)
        {
            return Decision.Unchanged(need);
        }

        if (orderId is not null && !command.Granted)
        {
            return LoanRefusals.Ordered(need, orderId);
        }

        return round.Phase is RoundPhase.Closed
            ? LoanRefusals.RoundClosed(round.RoundId)
            : Decision.Accept(
                need with { LoanAnswer = new LoanAnswer(command.Granted, command.Reason, command.By.Subject, command.Now) },
                new LoanAnswered(need.NeedId, need.AgencyId, command.Granted, command.Reason));
    }
}
