using NodaTime;
using Samkjop.Calendar;
using Samkjop.Decisions;

namespace Samkjop.Purchasing;

/// <summary>Why a question is not taken, or not answered.</summary>
internal static class QuestionRefusals
{
    public static Refusal TooLate(Instant cutOff) => Refusal.Conflict(
        "questions-closed",
        $"Spørsmålsfristen gikk ut {OsloFormat.Deadline(cutOff).No}. Spørsmålet er ikke tatt imot. Les svarene som er gitt, og gi tilbud på det som står der.",
        $"Questions were taken until {OsloFormat.Deadline(cutOff).En}. The question was not taken. Read the answers that were given, and bid on what stands there.");

    public static Refusal AnswerTooLate(Instant closes) => Refusal.Conflict(
        "bid-window-closed",
        $"Tilbudsfristen gikk ut {OsloFormat.Deadline(closes).No}, og et svar nå kan ikke lenger hjelpe noen. Ingenting er sendt eller endret.",
        $"The bid window closed {OsloFormat.Deadline(closes).En}, and an answer now can help nobody any more. Nothing was sent or changed.");

    public static Refusal TooManyCorrections() => Refusal.Conflict(
        "too-many-answers",
        $"Svaret er alt rettet så mange ganger som det kan ({QuestionRules.MaxAnswers} versjoner). Ingenting er endret; det siste står.",
        $"The answer has been corrected as often as it can be ({QuestionRules.MaxAnswers} versions). Nothing was changed; the last one stands.");
}
