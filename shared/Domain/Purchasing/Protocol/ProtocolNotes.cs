using System.Collections.Immutable;
using Samkjop.Calendar;

namespace Samkjop.Purchasing.Protocol;

/// <summary>Says in words what was clarified, corrected and decided about bids.</summary>
internal static class ProtocolNotes
{
    public static ProtocolCourse CourseOf(ProtocolSources sources, bool isOpen) => new(
        sources.Round.LotAdjustments,
        sources.Round.Documents,
        [
            .. sources.Questions.OrderBy(question => question.AskedAt).ThenBy(question => question.QuestionId, StringComparer.Ordinal).Select(question => new ProtocolQuestion(
                isOpen ? NameOf(sources, question.SupplierId) : null, question.AskedAt, question.LotId, question.Answers)),
        ],
        sources.Round.WindowChanges);

    /// <summary>Everything about the bids for a lot, oldest first.</summary>
    public static ImmutableArray<ProtocolNote> Of(Lot lot, ProtocolSources sources) =>
    [
        .. sources.Evaluations.Where(evaluation => evaluation.LotId == lot.LotId)
            .SelectMany(evaluation => Of(evaluation, NameOf(sources, evaluation.SupplierId), sources.Round))
            .OrderBy(note => note.At).ThenBy(note => note.Supplier, StringComparer.Ordinal),
    ];

    private static IEnumerable<ProtocolNote> Of(Evaluation evaluation, string supplier, Round round)
    {
        foreach (var clarification in evaluation.Clarifications)
        {
            yield return new(supplier, clarification.At, clarification.By, new($"Spurt om avklaring (FOA § 23-5): {clarification.Question}", $"Asked for a clarification (FOA § 23-5): {clarification.Question}"));
            if (clarification.Answer is { } answer)
            {
                yield return new(supplier, answer.At, answer.By, new($"Svarte: {answer.Explanation}", $"Answered: {answer.Explanation}"));
            }
        }

        foreach (var correction in evaluation.Corrections)
        {
            var field = PriceSheetForm.LineOf(correction.Field).Label;
            yield return new(supplier, correction.At, correction.By, new(
                $"Åpenbar feil rettet (FOA § 23-5): {field.No} var «{correction.Original}», teller som «{correction.Corrected}». {correction.Reason}",
                $"An obvious error corrected (FOA § 23-5): {field.En} was \"{correction.Original}\", counts as \"{correction.Corrected}\". {correction.Reason}"));
        }

        if (evaluation.Membership is { Decision: { } decision } membership)
        {
            var since = membership.Flag.Since is { } ended ? OsloFormat.Moment(ended) : new Text("ukjent tid", "an unknown time");
            yield return new(supplier, decision.At, decision.By, decision.Accepted
                ? new($"Ikke tatt opp ved tilbudsfristen (siden {since.No}); tilbudet fikk stå. {decision.Reason}", $"Not admitted at closing (since {since.En}); the bid was let stand. {decision.Reason}")
                : new($"Ikke tatt opp ved tilbudsfristen (siden {since.No}); tilbudet ble avvist. {decision.Reason}", $"Not admitted at closing (since {since.En}); the bid was rejected. {decision.Reason}"));
        }

        foreach (var prolonged in evaluation.Prolongations)
        {
            var day = OsloFormat.Day(prolonged.Until);
            yield return new(supplier, prolonged.At, prolonged.By, new($"Forlenget vedståelsesfristen til {day.No}.", $"Prolonged its bid until {day.En}."));
        }

        if (BidValidity.ShortOf(round, evaluation.ValidUntil) is { } shorter && round.OpenedAt is { } openedAt)
        {
            yield return new(supplier, openedAt, "", shorter);
        }
    }

    private static string NameOf(ProtocolSources sources, string supplierId) => sources.SupplierNames.GetValueOrDefault(supplierId, supplierId);
}
