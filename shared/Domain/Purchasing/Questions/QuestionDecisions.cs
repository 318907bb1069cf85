using Samkjop.Decisions;
using Samkjop.People;
using Samkjop.Rules;

namespace Samkjop.Purchasing;

/// <summary>Questions in writing until the stated cut-off; answers to all invited, the asker withheld (domain.md, DPS).</summary>
public static class QuestionDecisions
{
    /// <summary>Takes a question from an invited supplier, from the release of the invitation until the cut-off.</summary>
    public static Decision<Question> Ask(Round round, AskQuestion command)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(command);
        if (round.Invitation is null)
        {
            return BidRefusals.NoCompetition();
        }

        if (!RoundAccess.IsInvited(round, command.By) || command.By.SupplierId is not { } supplier)
        {
            return BidRefusals.NotInvited(round.RoundId);
        }

        if (Cancellations.Refuses(round) is { } cancelled)
        {
            return cancelled;
        }

        var cutOff = QuestionTimes.CutOff(round);
        if (round.Phase is not RoundPhase.Bidding || command.Now >= cutOff)
        {
            return QuestionRefusals.TooLate(cutOff);
        }

        if (QuestionRules.Check(round, command) is { } invalid)
        {
            return invalid;
        }

        var question = new Question
        {
            RoundId = round.RoundId,
            QuestionId = command.QuestionId,
            SupplierId = supplier,
            AskedAt = command.Now,
            AskedBy = command.By.Subject,
            Asked = command.Asked,
            LotId = command.LotId,
        };
        return Decision.Accept(question, new QuestionAsked(question.QuestionId, supplier, question.LotId));
    }

    /// <summary>Answers to all invited, or corrects the answer, until the window closes. One that comes late proposes an extension.</summary>
    public static Decision<Question> Answer(Round round, Question question, AnswerQuestion command, RuleTable rules)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(command);
        if (RoundAccess.MayActAs(round, command.By, Role.ProcurementOfficer, command.Now) is { } refusal)
        {
            return refusal;
        }

        if (round.Invitation is not { Window.Closes: var closes })
        {
            return BidRefusals.NoCompetition();
        }

        if (Cancellations.Refuses(round) is { } cancelled)
        {
            return cancelled;
        }

        if (round.Phase is not RoundPhase.Bidding || command.Now >= closes)
        {
            return QuestionRefusals.AnswerTooLate(closes);
        }

        if (QuestionRules.Check(command) is { } invalid)
        {
            return invalid;
        }

        if (question.Answer is { } latest && latest.Question == command.Question && latest.Answer == command.Answer)
        {
            return Decision.Unchanged(question);
        }

        if (question.Answers.Length >= QuestionRules.MaxAnswers)
        {
            return QuestionRefusals.TooManyCorrections();
        }

        var answers = question.Answers.Add(new GivenAnswer(command.Question, command.Answer, command.Now, command.By.Subject));
        var proposal = ExtensionProposals.After(round, command.Now, rules);
        return Decision.Accept(question with { Answers = answers }, new QuestionAnswered(question.QuestionId, answers.Length, proposal?.Closes));
    }
}
