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

    /// <summary>Records the answer; the same once more changes nothing, another one replaces it and is told anew.</summary>
    public static Decision<Need> Answer(Round round, Need need, RecordLoanAnswer command)
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

        return need.LoanAnswer is { } before && before.Granted == command.Granted
            ? Decision.Unchanged(need)
            : Decision.Accept(
                need with { LoanAnswer = new LoanAnswer(command.Granted, command.Reason, command.By.Subject, command.Now) },
                new LoanAnswered(need.NeedId, need.AgencyId, command.Granted, command.Reason));
    }
}
