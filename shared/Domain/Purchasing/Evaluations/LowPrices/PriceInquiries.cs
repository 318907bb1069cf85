using NodaTime;
using Samkjop.Decisions;
using Samkjop.People;

namespace Samkjop.Purchasing;

public sealed record AskAboutPrice(Caller By, string Question, Instant AnswerBy, Instant Now);

public sealed record ExplainPrice(string By, string Explanation, Instant Now);

public sealed record DecideOnPrice(Caller By, bool Accept, string Reason, Instant Now);

/// <summary>Asking about an abnormally low price, answering, and deciding with a reason, before the lot is ranked and so before any award (FOA § 24-9).</summary>
public static class PriceInquiries
{
    /// <summary>An officer asks the supplier of a flagged bid, once.</summary>
    public static Decision<Evaluation> Ask(Round round, Lot lot, Evaluation evaluation, IReadOnlyCollection<Evaluation> evaluations, AskAboutPrice command)
    {
        ArgumentNullException.ThrowIfNull(command);
        if (EvaluationGate.Refuses(round, lot, evaluation, command.By, command.Now) is { } refusal)
        {
            return refusal;
        }

        if (evaluation.PriceInquiry is not null)
        {
            return LowPriceRefusals.AlreadyAsked(evaluation.BidId);
        }

        if (LowPrices.FindingOf(evaluation, evaluations, round.Settings.LowPrice) is not { } finding)
        {
            return LowPriceRefusals.NotFlagged(evaluation.BidId);
        }

        var findings = new Findings();
        EvaluationGate.CheckText(findings, "question", command.Question);
        EvaluationGate.CheckAnswerBy(findings, command.AnswerBy, command.Now);
        return findings.ToRefusal("invalid-price-inquiry") is { } invalid
            ? invalid
            : Decision.Accept(
                evaluation with { PriceInquiry = new PriceInquiry(command.Question.Trim(), command.By.Subject, command.Now, command.AnswerBy) },
                new PriceQuestioned(lot.LotId, evaluation.BidId, finding.BelowPercent, command.AnswerBy));
    }

    /// <summary>The supplier explains its price, once; late answers count until something is decided.</summary>
    public static Decision<Evaluation> Answer(Evaluation evaluation, ExplainPrice command)
    {
        ArgumentNullException.ThrowIfNull(evaluation);
        ArgumentNullException.ThrowIfNull(command);
        if (evaluation.PriceInquiry is not { } inquiry)
        {
            return LowPriceRefusals.NotAsked(evaluation.BidId);
        }

        if (inquiry is not { Answer: null, Decision: null })
        {
            return LowPriceRefusals.Concluded(evaluation.BidId);
        }

        var findings = new Findings();
        EvaluationGate.CheckText(findings, "explanation", command.Explanation);
        return findings.ToRefusal("invalid-price-inquiry") is { } invalid
            ? invalid
            : Decision.Accept(
                evaluation with { PriceInquiry = inquiry with { Answer = new WrittenAnswer(command.Explanation.Trim(), command.By, command.Now) } },
                new PriceExplained(evaluation.LotId, evaluation.BidId));
    }

    /// <summary>An officer accepts the price or rejects the bid, once the supplier has answered or its time to do so has passed.</summary>
    public static Decision<Evaluation> Decide(Round round, Lot lot, Evaluation evaluation, DecideOnPrice command)
    {
        ArgumentNullException.ThrowIfNull(command);
        if (EvaluationGate.Refuses(round, lot, evaluation, command.By, command.Now) is { } refusal)
        {
            return refusal;
        }

        if (evaluation.PriceInquiry is not { } inquiry)
        {
            return LowPriceRefusals.NotAsked(evaluation.BidId);
        }

        if (inquiry.Decision is not null)
        {
            return LowPriceRefusals.Concluded(evaluation.BidId);
        }

        if (inquiry.Answer is null && command.Now < inquiry.AnswerBy)
        {
            return LowPriceRefusals.AnswerAwaited(evaluation.BidId, inquiry.AnswerBy);
        }

        var findings = new Findings();
        EvaluationGate.CheckText(findings, "reason", command.Reason);
        return findings.ToRefusal("invalid-price-inquiry") is { } invalid
            ? invalid
            : Decision.Accept(
                evaluation with { PriceInquiry = inquiry with { Decision = new ReasonedDecision(command.Accept, command.Reason.Trim(), command.By.Subject, command.Now) } },
                new PriceDecided(lot.LotId, evaluation.BidId, command.Accept));
    }
}
