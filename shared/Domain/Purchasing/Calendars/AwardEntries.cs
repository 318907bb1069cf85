using Samkjop.Calendars;
using Samkjop.Purchasing.Evidence;

namespace Samkjop.Purchasing.Calendars;

/// <summary>An award's deadlines as calendar entries: they move with new letters, and go when the award does.</summary>
internal static class AwardEntries
{
    /// <summary>The end of each standstill, which is the time to complain as well.</summary>
    public static IEnumerable<CalendarEntry> StandstillsOf(Round round, IEnumerable<Lot> lots)
    {
        foreach (var lot in lots)
        {
            if (lot.Letters is { StandstillEnds: { } ends } letters)
            {
                yield return new CalendarEntry(
                    $"standstill-{lot.LotId}",
                    new Text($"Karensperioden slutter for {lot.LotId}: {round.Title.No}", $"Standstill ends for {lot.LotId}: {round.Title.En}"),
                    lot.Suspensions.IsEmpty
                        ? new Text(
                            "Klager leveres innen dagen er omme. Kontrakten signeres tidligst dagen etter.",
                            "Complaints are handed in before the day is over. The contract is signed the day after at the earliest.")
                        : new Text(
                            "Klager leveres innen dagen er omme. Kontrakten venter på en klage og kan ikke signeres før den er avgjort.",
                            "Complaints are handed in before the day is over. The contract waits for a complaint and cannot be signed before it is decided."),
                    CalendarTime.Deadline(ends),
                    [CalendarAudience.Running, .. letters.Recipients.Select(CalendarAudience.Supplier)]);
            }
        }
    }

    /// <summary>The time to supply evidence, while the award is not decided.</summary>
    public static IEnumerable<CalendarEntry> EvidenceOf(Round round, IEnumerable<Lot> lots, IEnumerable<WinnerEvidence> evidence) =>
        from asked in evidence
        join lot in lots on (asked.LotId, asked.BidId) equals (lot.LotId, lot.Phase is LotPhase.Proposed ? lot.Proposal?.BidId ?? "" : "")
        select new CalendarEntry(
            $"evidence-{asked.LotId}",
            new Text($"Frist for dokumentasjon, {asked.LotId}: {round.Title.No}", $"Evidence due for {asked.LotId}: {round.Title.En}"),
            new Text("Dokumentasjonen leveres i portalen før tildelingen vedtas.", "The evidence is supplied in the portal before the award is decided."),
            CalendarTime.Deadline(asked.DueBy),
            [CalendarAudience.Running, CalendarAudience.Supplier(asked.SupplierId)]);
}
