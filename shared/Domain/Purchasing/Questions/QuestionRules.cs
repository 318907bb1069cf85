using System.Text.RegularExpressions;
using Samkjop.Decisions;

namespace Samkjop.Purchasing;

/// <summary>What questions and answers may say.</summary>
public static class QuestionRules
{
    /// <summary>Longest question and answer, characters.</summary>
    public const int MaxLength = 4000;

    /// <summary>An answer and its corrections.</summary>
    public const int MaxAnswers = 20;

    /// <summary>Why the question is refused; null when it may be asked.</summary>
    public static Refusal? Check(Round round, AskQuestion command)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(command);
        var findings = new Findings();
        findings.Require(
            !string.IsNullOrWhiteSpace(command.Asked) && command.Asked.Length <= MaxLength, "question",
            $"Spørsmålet skal ha 1–{MaxLength} tegn.", $"The question must have 1–{MaxLength} characters.");
        findings.Require(
            command.LotId is null || round.LotIds.Contains(command.LotId), "lotId",
            $"Runden har ingen delkontrakt '{command.LotId}'; den har {string.Join(", ", round.LotIds)}.",
            $"The round has no lot '{command.LotId}'; it has {string.Join(", ", round.LotIds)}.");
        return findings.ToRefusal("invalid-question");
    }

    /// <summary>Why the answer is refused; null when it may be given.</summary>
    public static Refusal? Check(AnswerQuestion command)
    {
        ArgumentNullException.ThrowIfNull(command);
        var findings = new Findings();
        findings.Add("question", PurchasingSystemRules.TextProblem(command.Question, MaxLength));
        findings.Add("answer", PurchasingSystemRules.TextProblem(command.Answer, MaxLength));
        foreach (var (path, text) in new[] { ("question", command.Question), ("answer", command.Answer) })
        {
            findings.Require(
                !command.SupplierNames.Any(name => Names(text.No, name) || Names(text.En, name)), path,
                "Teksten nevner en invitert leverandør. Den går til alle, og ingen skal få vite hvem som har spurt eller er invitert; skriv den uten navn og organisasjonsnummer.",
                "The text names an invited supplier. It goes to all, and nobody is to learn who asked or was invited; write it without names and organisation numbers.");
        }

        return findings.ToRefusal("invalid-answer");
    }

    private static bool Names(string text, string name) => Regex.IsMatch(text, $@"(?<!\w){Regex.Escape(name)}(?!\w)", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
}
