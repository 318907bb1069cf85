using Samkjop.Calendar;

namespace Samkjop.Purchasing;

/// <summary>What each invited supplier is told when the closing is moved.</summary>
public static class WindowMessage
{
    /// <summary>The message to one supplier about one change.</summary>
    /// <param name="supplierId">An invited supplier.</param>
    /// <param name="round">The round.</param>
    /// <param name="number">The change, from 1.</param>
    public static OutboundMessage To(string supplierId, Round round, int number)
    {
        ArgumentNullException.ThrowIfNull(round);
        var change = round.WindowChanges[number - 1];
        var (from, to) = (OsloFormat.Deadline(change.From), OsloFormat.Deadline(change.To));
        var advice = AdviceOf(change);
        return new OutboundMessage(
            round.RoundId,
            $"{Notices.IdPrefix}window-{number}-{supplierId}",
            MessageRecipient.Supplier(supplierId),
            change.To > change.From
                ? new Text($"Tilbudsfristen er forlenget: {round.Title.No}", $"The bid window is extended: {round.Title.En}")
                : new Text($"Tilbudsfristen er forkortet: {round.Title.No}", $"The bid window is shortened: {round.Title.En}"),
            new Text(
                $"Ny tilbudsfrist for alle: {to.No} (før: {from.No}). Begrunnelse: {change.Reason.No} {advice.No}",
                $"New closing for all: {to.En} (before: {from.En}). Reason: {change.Reason.En} {advice.En}"),
            $"/api/rounds/{round.RoundId}/bid-window",
            change.At);
    }

    private static Text AdviceOf(WindowChange change) => change.At >= change.From
        ? new Text(
            "Fristen var ute, og er åpnet igjen før noe tilbud er åpnet. Det du hadde levert, står. Det som kom etter den gamle fristen og før den nye, teller; det du ikke fikk meldt, melder du på nytt.",
            "The window had closed and is open again, before any bid was opened. What you had handed in stands. What came after the old closing and before the new one counts; what you could not announce, announce anew.")
        : new Text(
            "Det du har levert, står; det kan erstattes eller trekkes til den nye fristen.",
            "What you have handed in stands; it can be replaced or withdrawn until the new closing.");
}
