using CsCheck;
using Samkjop.Decisions;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Consolidation;
using Samkjop.Serialization;
using static Samkjop.Tests.Domain.GivenRound;

namespace Samkjop.Tests.Domain.Lots;

/// <summary>Whatever officers do with lots, no need is lost or doubled and every vehicle is accounted for.</summary>
public sealed class LotAdjustingProperties
{
    private static readonly Gen<(LotAdjustmentKind Kind, int[] Needs, int Lot, int Into)> Step = Gen.Select(
        Gen.Enum<LotAdjustmentKind>(), Gen.Int[0, 9].Array[0, 4], Gen.Int[0, 8], Gen.Int[0, 8]);

    private static readonly Gen<(int Class, int Quantity, int Range, bool Option)[]> Needs = Gen.Select(
        Gen.Int[0, 2], Gen.Int[1, 50], Gen.Int[1, 600], Gen.Bool).Array[1, 10];

    [Fact]
    public void No_sequence_of_adjustments_loses_or_doubles_a_need() => Gen.Select(Needs, Step.Array[0, 25]).Sample((needs, steps) =>
    {
        var proposed = Propose(needs);
        var all = proposed.SelectMany(lot => lot.Lines).ToDictionary(line => line.NeedId, StringComparer.Ordinal);
        var round = RoundWithLots with { LotIds = [.. proposed.Select(lot => lot.LotId)] };
        foreach (var (kind, picked, lot, into) in steps)
        {
            var decision = LotAdjusting.Adjust(round, LightVehicles, proposed, new AdjustLots(
                kind, [.. picked.Select(i => $"need-{i}")], lot == 0 ? null : $"lot-{lot}", into == 0 ? null : $"lot-{into}", null, null, "Fordi", CloseRound: false, Officer, AfterTheLock));
            round = decision is Decision<Round>.Accepted accepted ? accepted.State : round;

            var division = LotDivision.After(proposed, round.LotAdjustments);
            var lines = division.Lots.SelectMany(l => l.Lines).ToList();
            Assert.Equal(all.Keys.Order(StringComparer.Ordinal), lines.Select(line => line.NeedId).Concat(division.LeftOut.Keys).Order(StringComparer.Ordinal));
            Assert.Equal(
                all.Values.Sum(line => line.Quantity), division.Lots.Sum(l => l.TotalQuantity) + division.LeftOut.Keys.Sum(id => all[id].Quantity));
            Assert.All(lines, line => Assert.Equal(all[line.NeedId] with { IsOption = false }, line with { IsOption = false }));
            Assert.Equal(division.Lots.Select(l => l.LotId), round.LotIds);
            Assert.Equal(round.LotIds.Length, round.LotIds.Distinct(StringComparer.Ordinal).Count());
            Assert.NotEmpty(division.Lots);
            Assert.All(division.Lots, l => Assert.All(l.Lines, line => Assert.Equal(l.Requirements, l.Requirements.And(line.Requirements))));
            Assert.All(division.Lots, l => Assert.Equal(l.OptionQuantity, l.Lines.Where(line => line.IsOption).Sum(line => line.Quantity)));
        }
    });

    [Fact]
    public void Moving_a_need_there_and_back_gives_the_lots_that_were_proposed() => Needs.Sample(needs =>
    {
        var proposed = Propose(needs);
        var round = RoundWithLots with { LotIds = [.. proposed.Select(lot => lot.LotId)] };
        foreach (var lot in proposed.Where(lot => lot.Lines.Count > 1))
        {
            var split = Accepted(Adjust(round, LotAdjustmentKind.Split, [lot.Lines[0].NeedId], lot.LotId, null));
            round = Accepted(Adjust(split, LotAdjustmentKind.Merge, [], split.LotIds.Except(round.LotIds).Single(), lot.LotId));
        }

        Assert.Equal(proposed.Select(CanonicalJson.Sha256), LotDivision.After(proposed, round.LotAdjustments).Lots.Select(CanonicalJson.Sha256));

        Decision<Round> Adjust(Round current, LotAdjustmentKind kind, string[] ids, string? lot, string? into) =>
            LotAdjusting.Adjust(current, LightVehicles, proposed, new AdjustLots(kind, [.. ids], lot, into, null, null, "Fordi", CloseRound: false, Officer, AfterTheLock));
    });

    private static IReadOnlyList<ConsolidatedLot> Propose((int Class, int Quantity, int Range, bool Option)[] needs)
    {
        var result = LotConsolidation.Consolidate([.. needs.Select((need, i) => new ConsolidationNeed(
            $"need-{i}", 1, i % 2 == 0 ? "bym" : "ren", LightVehicles.VehicleClasses[need.Class], need.Quantity,
            VehicleRequirements.None with { ZeroEmission = true, MinimumRangeKm = need.Range }, IsOption: need.Option))]);
        return Assert.IsType<ConsolidationResult.Consolidated>(result).Lots;
    }
}
