using System.Collections.Immutable;
using Samkjop.Calendar;

namespace Samkjop.Purchasing.Fleet;

/// <summary>What a reader must know to judge an agency's numbers.</summary>
internal static class FleetNotes
{
    public static ImmutableArray<Text> WithoutBaseline(FleetMeasure agency)
    {
        if (agency.Baselines.IsEmpty)
        {
            return
            [
                new Text(
                    "Grunnlaget for bilparken er ikke importert, så virkningen kan ikke regnes ut. Importer det, datert før første levering.",
                    "No baseline of the fleet is imported, so the effect cannot be calculated. Import one, dated before the first delivery."),
            ];
        }

        var (first, date) = (OsloFormat.Day(agency.FirstChange!.Value), OsloFormat.Day(agency.Baselines.Min(b => b.Date)));
        return
        [
            new Text(
                $"Det eldste grunnlaget er datert {date.No}, men første endring i bilparken kom {first.No}. Det viser ikke parken slik den var før runden, og regnes ikke med. Importer et eldre.",
                $"The oldest baseline is dated {date.En}, but the first change in the fleet came on {first.En}. It does not show the fleet as it was before the round, and is not counted. Import an older one."),
        ];
    }

    public static ImmutableArray<Text> Of(FleetMeasure agency, ImmutableArray<FleetLine> lines, FleetProgress progress)
    {
        var notes = ImmutableArray.CreateBuilder<Text>();
        if (lines.IsEmpty)
        {
            notes.Add(new Text(
                "Grunnlaget har ingen kjøretøy av det slaget som runden kjøper. Det som kommer, er vekst.",
                "The baseline has no vehicles of the sort that the round buys. What comes is growth."));
        }

        if (progress.NotInBaseline > 0)
        {
            notes.Add(new Text(
                $"{progress.NotInBaseline} kjøretøy som skal ut, finnes ikke i grunnlaget med det drivstoffet. De nye er regnet som vekst. Kontroller behovene og grunnlaget.",
                $"{progress.NotInBaseline} vehicle(s) that are to go are not in the baseline with that fuel. The new ones count as growth. Check the needs and the baseline."));
        }

        if (agency.Needs.Any(n => !n.ZeroEmission))
        {
            notes.Add(new Text(
                "Der nullutslipp ikke er krevd, er det planlagte regnet som fossilt inntil det er kjøpt.",
                "Where zero emission is not required, what is planned counts as fossil until it is bought."));
        }

        if (progress.Conditional > 0)
        {
            notes.Add(new Text(
                $"{progress.Conditional} kjøretøy avhenger av lån som ikke er avgjort, og er ikke med i planen.",
                $"{progress.Conditional} vehicle(s) are subject to a loan that is not decided, and are not in the plan."));
        }

        if (progress.AwaitingDisposal > 0)
        {
            notes.Add(new Text(
                $"{progress.AwaitingDisposal} nye kjøretøy er levert, men det er ikke bekreftet at de gamle er avhendet. De er ikke regnet som realisert.",
                $"{progress.AwaitingDisposal} new vehicle(s) are delivered, but it is not confirmed that the old ones are disposed of. They do not count as realised."));
        }

        return notes.ToImmutable();
    }
}
