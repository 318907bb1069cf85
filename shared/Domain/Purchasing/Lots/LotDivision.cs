using System.Collections.Immutable;
using System.Globalization;
using Samkjop.Decisions;
using Samkjop.Purchasing.Consolidation;

namespace Samkjop.Purchasing;

/// <summary>
/// How pinned needs are divided into lots: as consolidation proposed it, with every adjustment since. The same adjustments give the same lots. No adjustment
/// loses a need or has it twice: each stands in one lot, or waits.
/// </summary>
public sealed class LotDivision
{
    private readonly ImmutableSortedDictionary<int, Arranged> _lots;
    private readonly ImmutableSortedDictionary<string, Waiting> _waiting;
    private readonly int _lastLot;

    private LotDivision(ImmutableSortedDictionary<int, Arranged> lots, ImmutableSortedDictionary<string, Waiting> waiting, int lastLot) =>
        (_lots, _waiting, _lastLot) = (lots, waiting, lastLot);

    /// <summary>The lots in order.</summary>
    public ImmutableArray<ConsolidatedLot> Lots => [.. _lots.Values.Select(lot => lot.Content)];

    /// <summary>Needs that an officer let wait, with the adjustment that did.</summary>
    public IReadOnlyDictionary<string, int> LeftOut => _waiting.ToImmutableDictionary(pair => pair.Key, pair => pair.Value.Since, StringComparer.Ordinal);

    /// <summary>As consolidation proposed it.</summary>
    public static LotDivision Of(IEnumerable<ConsolidatedLot> proposed)
    {
        var lots = proposed.ToImmutableSortedDictionary(lot => NumberOf(lot.LotId), lot => new Arranged(lot.LotId, lot.VehicleClass, [.. lot.Lines], null, null, lot));
        return new LotDivision(lots, ImmutableSortedDictionary.Create<string, Waiting>(StringComparer.Ordinal), lots.Keys.LastOrDefault());
    }

    /// <summary>As it is after adjustments that were made.</summary>
    /// <exception cref="InvalidOperationException">One of them does not fit; they were made on other lots.</exception>
    public static LotDivision After(IEnumerable<ConsolidatedLot> proposed, IEnumerable<LotAdjustment> adjustments)
    {
        ArgumentNullException.ThrowIfNull(adjustments);
        var division = Of(proposed);
        foreach (var made in adjustments)
        {
            division = division.Try(made, out var refusal) ?? throw new InvalidOperationException($"Adjustment {made.Number} does not fit: {refusal?.Detail.En}");
        }

        return division;
    }

    /// <summary>The id that a lot made by the next adjustment gets; ids of lots that are gone are not used again.</summary>
    public string NextLotId => $"lot-{(_lastLot + 1).ToString(CultureInfo.InvariantCulture)}";

    /// <summary>The division after an adjustment; null with the reason when it does not fit.</summary>
    public LotDivision? Try(LotAdjustment adjustment, out Refusal? refusal)
    {
        ArgumentNullException.ThrowIfNull(adjustment);
        refusal = LotAdjustmentFit.Check(this, adjustment);
        return refusal is null ? Apply(adjustment) : null;
    }

    internal ConsolidatedLot? Find(string? lotId) => lotId is null ? null : _lots.Values.FirstOrDefault(lot => lot.LotId == lotId)?.Content;

    internal ConsolidatedLot? LotOf(string needId) => _lots.Values.FirstOrDefault(lot => lot.Lines.Any(line => line.NeedId == needId))?.Content;

    internal VehicleClass? ClassOfWaiting(string needId) => _waiting.TryGetValue(needId, out var waiting) ? waiting.VehicleClass : null;

    private LotDivision Apply(LotAdjustment made)
    {
        var ids = made.NeedIds.ToHashSet(StringComparer.Ordinal);
        switch (made.Kind)
        {
            case LotAdjustmentKind.Require:
                var asked = _lots[NumberOf(made.LotId!)];
                return new LotDivision(
                    _lots.SetItem(NumberOf(asked.LotId), new Arranged(asked.LotId, asked.VehicleClass, asked.Lines, made.Requirements, made.Title, null)), _waiting, _lastLot);
            case LotAdjustmentKind.Confirm:
                return new LotDivision(
                    _lots.SetItems(_lots.Where(pair => pair.Value.Lines.Any(line => ids.Contains(line.NeedId))).Select(pair => KeyValuePair.Create(
                        pair.Key,
                        pair.Value.Holding([.. pair.Value.Lines.Select(line => ids.Contains(line.NeedId) ? line with { IsOption = false } : line)])))),
                    _waiting, _lastLot);
            case LotAdjustmentKind.Merge:
                var all = _lots[NumberOf(made.LotId!)];
                return Take([.. all.Lines.Select(line => line.NeedId)], made).Put(made.IntoLotId!, all.VehicleClass, all.Lines);
            case LotAdjustmentKind.Include:
                var back = made.NeedIds.Select(id => _waiting[id]).ToList();
                return new LotDivision(_lots, _waiting.RemoveRange(made.NeedIds), _lastLot).Put(made.IntoLotId!, back[0].VehicleClass, [.. back.Select(waiting => waiting.Line)]);
            default:
                var taken = _lots.Values.SelectMany(lot => lot.Lines.Where(line => ids.Contains(line.NeedId)).Select(line => (lot.VehicleClass, Line: line))).ToList();
                var rest = Take(ids, made);
                return made.Kind is LotAdjustmentKind.Defer ? rest : rest.Put(made.IntoLotId!, taken[0].VehicleClass, [.. taken.Select(pair => pair.Line)]);
        }
    }

    /// <summary>Takes needs out of their lots; lots left empty are gone. What is deferred waits.</summary>
    private LotDivision Take(HashSet<string> ids, LotAdjustment made)
    {
        var waiting = made.Kind is LotAdjustmentKind.Defer
            ? _waiting.SetItems(_lots.Values.SelectMany(lot => lot.Lines.Where(line => ids.Contains(line.NeedId))
                .Select(line => KeyValuePair.Create(line.NeedId, new Waiting(lot.VehicleClass, line, made.Number)))))
            : _waiting;
        var lots = _lots.Values.Select(lot => lot.Lines.Any(line => ids.Contains(line.NeedId)) ? lot.Holding([.. lot.Lines.Where(line => !ids.Contains(line.NeedId))]) : lot)
            .Where(lot => !lot.Lines.IsEmpty)
            .ToImmutableSortedDictionary(lot => NumberOf(lot.LotId), lot => lot);
        return new LotDivision(lots, waiting, _lastLot);
    }

    private LotDivision Put(string lotId, VehicleClass vehicleClass, ImmutableArray<ConsolidatedLine> lines)
    {
        var number = NumberOf(lotId);
        var lot = _lots.GetValueOrDefault(number) ?? new Arranged(lotId, vehicleClass, [], null, null, null);
        return new LotDivision(_lots.SetItem(number, lot.Holding(lot.Lines.AddRange(lines))), _waiting, Math.Max(_lastLot, number));
    }

    private static int NumberOf(string lotId) => int.Parse(lotId.AsSpan("lot-".Length), CultureInfo.InvariantCulture);

    private sealed record Waiting(VehicleClass VehicleClass, ConsolidatedLine Line, int Since);

    /// <summary>One lot; as proposed as long as nobody has touched it.</summary>
    private sealed class Arranged(
        string lotId, VehicleClass vehicleClass, ImmutableArray<ConsolidatedLine> lines, VehicleRequirements? set, Text? title, ConsolidatedLot? proposed)
    {
        private readonly Lazy<ConsolidatedLot> _content = new(() => proposed ?? LotRegrouping.Of(lotId, vehicleClass, lines, set, title));

        public string LotId => lotId;

        public VehicleClass VehicleClass => vehicleClass;

        public ImmutableArray<ConsolidatedLine> Lines => lines;

        public ConsolidatedLot Content => _content.Value;

        public Arranged Holding(ImmutableArray<ConsolidatedLine> others) => new(lotId, vehicleClass, others, set, title, null);
    }
}
