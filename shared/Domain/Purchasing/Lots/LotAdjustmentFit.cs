using Samkjop.Decisions;

namespace Samkjop.Purchasing;

/// <summary>Whether an adjustment fits the lots as they are.</summary>
internal static class LotAdjustmentFit
{
    public static Refusal? Check(LotDivision division, LotAdjustment made) => made.Kind switch
    {
        LotAdjustmentKind.Move => Unknown(division, made) ?? Named(made) ?? Target(division, made, required: true),
        LotAdjustmentKind.Split => Lot(division, made.LotId) ?? Named(made) ?? Split(division, made),
        LotAdjustmentKind.Merge => Lot(division, made.LotId) ?? Merge(division, made),
        LotAdjustmentKind.Defer => Named(made) ?? Unknown(division, made),
        LotAdjustmentKind.Include => Named(made) ?? NotWaiting(division, made) ?? Target(division, made, required: false),
        LotAdjustmentKind.Confirm => Named(made) ?? Unknown(division, made) ?? NoOption(division, made),
        LotAdjustmentKind.Require => Lot(division, made.LotId),
        _ => throw new ArgumentOutOfRangeException(nameof(made), made.Kind, "Not a kind of adjustment."),
    };

    private static Refusal? Named(LotAdjustment made) => made.NeedIds.IsEmpty || made.NeedIds.Distinct(StringComparer.Ordinal).Count() != made.NeedIds.Length
        ? Wrong("Nevn minst ett behov, hvert én gang.", "Name at least one need, each once.")
        : null;

    private static Refusal? Unknown(LotDivision division, LotAdjustment made) => made.NeedIds.FirstOrDefault(id => division.LotOf(id) is null) is { } unknown
        ? Wrong($"Behovet {unknown} står ikke i noen delkontrakt.", $"The need {unknown} stands in no lot.")
        : null;

    private static Refusal? NotWaiting(LotDivision division, LotAdjustment made) => made.NeedIds.FirstOrDefault(id => division.ClassOfWaiting(id) is null) is { } other
        ? Wrong($"Behovet {other} er ikke satt på vent av en innkjøper.", $"The need {other} was not left waiting by an officer.")
        : null;

    private static Refusal? NoOption(LotDivision division, LotAdjustment made) =>
        made.NeedIds.FirstOrDefault(id => !division.LotOf(id)!.Lines.Any(line => line.NeedId == id && line.IsOption)) is { } firm
            ? Wrong($"Behovet {firm} er ingen opsjon.", $"The need {firm} is no option.")
            : null;

    private static Refusal? Lot(LotDivision division, string? lotId) => division.Find(lotId) is null
        ? Wrong($"Delkontrakten «{lotId}» finnes ikke.", $"There is no lot \"{lotId}\".")
        : null;

    private static Refusal? Split(LotDivision division, LotAdjustment made)
    {
        var lot = division.Find(made.LotId)!;
        return made.NeedIds.FirstOrDefault(id => lot.Lines.All(line => line.NeedId != id)) is { } stranger
            ? Wrong($"Behovet {stranger} står ikke i {lot.LotId}.", $"The need {stranger} does not stand in {lot.LotId}.")
            : made.NeedIds.Length == lot.Lines.Count
                ? Wrong($"Noe må bli igjen i {lot.LotId}.", $"Something must stay in {lot.LotId}.")
                : IsNew(division, made);
    }

    private static Refusal? Merge(LotDivision division, LotAdjustment made) => Lot(division, made.IntoLotId) ?? (made.LotId == made.IntoLotId
        ? Wrong("En delkontrakt slås ikke sammen med seg selv.", "A lot is not merged with itself.")
        : SameClass(division.Find(made.IntoLotId)!.VehicleClass, [division.Find(made.LotId)!.VehicleClass]));

    private static Refusal? Target(LotDivision division, LotAdjustment made, bool required)
    {
        var classes = made.NeedIds.Select(id => division.ClassOfWaiting(id) ?? division.LotOf(id)!.VehicleClass).Distinct().ToList();
        if (!required && division.Find(made.IntoLotId) is null)
        {
            return IsNew(division, made) ?? SameClass(classes[0], classes);
        }

        return Lot(division, made.IntoLotId)
            ?? SameClass(division.Find(made.IntoLotId)!.VehicleClass, classes)
            ?? (made.NeedIds.Any(id => division.LotOf(id)?.LotId == made.IntoLotId)
                ? Wrong($"Et av behovene står allerede i {made.IntoLotId}.", $"One of the needs stands in {made.IntoLotId} already.")
                : null);
    }

    private static Refusal? IsNew(LotDivision division, LotAdjustment made) => made.IntoLotId == division.NextLotId
        ? null
        : Wrong($"Delkontrakten «{made.IntoLotId}» finnes ikke.", $"There is no lot \"{made.IntoLotId}\".");

    private static Refusal? SameClass(VehicleClass vehicleClass, IEnumerable<VehicleClass> classes) => classes.Any(other => other != vehicleClass)
        ? Wrong("En delkontrakt gjelder én kjøretøyklasse, og behovene er av en annen.", "A lot is for one class of vehicle, and the needs are of another.")
        : null;

    private static Refusal Wrong(string no, string en) => Refusal.Conflict(
        "adjustment-does-not-fit", $"{no} Ingenting er endret; les delkontraktene på nytt og ta stilling igjen.", $"{en} Nothing was changed; read the lots again and decide again.");
}
