using Samkjop.Decisions;

namespace Samkjop.Purchasing;

/// <summary>Asking a supplier in writing what its bid means, and logging the answer (FOA § 23-5). Nothing is negotiated: an answer changes no bid.</summary>
public static class Clarifications
{
    /// <summary>Most questions about one bid for one lot.</summary>
    public const int MaxQuestions = 20;

    /// <summary>An officer asks, until the lot is ranked.</summary>
    public static Decision<Evaluation> Ask(Round round, Lot lot, Evaluation evaluation, AskForClarification command)
    {
        ArgumentNullException.ThrowIfNull(command);
        if (EvaluationGate.Refuses(round, lot, evaluation, command.By, command.Now, withoutBids: true) is { } refusal)
        {
            return refusal;
        }

        if (evaluation.Clarifications.Length >= MaxQuestions)
        {
            return ClarificationRefusals.TooMany(evaluation.BidId);
        }

        var findings = new Findings();
        EvaluationGate.CheckText(findings, "question", command.Question);
        EvaluationGate.CheckAnswerBy(findings, command.AnswerBy, command.Now);
        return findings.ToRefusal("invalid-clarification") is { } invalid
            ? invalid
            : Decision.Accept(
                evaluation with
                {
                    Clarifications = evaluation.Clarifications.Add(
                        new Clarification(command.ClarificationId, command.Question.Trim(), command.By.Subject, command.Now, command.AnswerBy)),
                },
                new ClarificationAsked(lot.LotId, evaluation.BidId, command.ClarificationId, command.AnswerBy));
    }

    /// <summary>The supplier answers, once; a late answer counts until the ranking is fixed.</summary>
    public static Decision<Evaluation> Answer(Evaluation evaluation, ClarifyBid command)
    {
        ArgumentNullException.ThrowIfNull(evaluation);
        ArgumentNullException.ThrowIfNull(command);
        if (evaluation.Clarifications.FirstOrDefault(c => c.ClarificationId == command.ClarificationId) is not { } asked)
        {
            return ClarificationRefusals.NotAsked(command.ClarificationId);
        }

        if (asked.Answer is not null)
        {
            return ClarificationRefusals.Answered();
        }

        if (evaluation.LockedAt is not null)
        {
            return EvaluationRefusals.Locked(evaluation.LotId);
        }

        var findings = new Findings();
        EvaluationGate.CheckText(findings, "explanation", command.Explanation);
        return findings.ToRefusal("invalid-clarification") is { } invalid
            ? invalid
            : Decision.Accept(
                evaluation with
                {
                    Clarifications = evaluation.Clarifications.Replace(
                        asked, asked with { Answer = new WrittenAnswer(command.Explanation.Trim(), command.By, command.Now) }),
                },
                new ClarificationGiven(evaluation.LotId, evaluation.BidId, asked.ClarificationId));
    }
}
