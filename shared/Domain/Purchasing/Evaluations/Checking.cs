using NodaTime;
using Samkjop.Calendar;
using Samkjop.Decisions;
using Samkjop.Rules;

namespace Samkjop.Purchasing;

/// <summary>Pass or fail, before anything is scored: what the lot and the purchasing system demand, and whether the bid still stands.</summary>
public static class Checking
{
    /// <summary>Holds one opened sheet against the lot.</summary>
    public static Decision<Evaluation> Check(Round round, PurchasingSystem system, Lot lot, Bid bid, OpenedSheet opened)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(lot);
        ArgumentNullException.ThrowIfNull(bid);
        ArgumentNullException.ThrowIfNull(opened);
        var blank = new Evaluation
        {
            RoundId = round.RoundId,
            LotId = lot.LotId,
            BidId = bid.BidId,
            SupplierId = bid.SupplierId,
            Membership = bid.Membership is { } flag ? new MembershipCheck(flag) : null,
        };
        var evaluation = opened.Sheet is { } sheet
            ? Judge(round, system, lot, blank, sheet)
            : blank with { Problems = [opened.Problem ?? new Text("Prisskjemaet kan ikke leses.", "The sheet cannot be read.")] };
        return Decision.Accept(evaluation, new BidChecked(lot.LotId, bid.BidId, evaluation.IsAdmissible));
    }

    /// <summary>The evaluation with a sheet's price and how it holds against the lot.</summary>
    internal static Evaluation Judge(Round round, PurchasingSystem system, Lot lot, Evaluation evaluation, PriceSheet sheet)
    {
        var openedAt = round.OpenedAt ?? throw new ArgumentException("The round has not been opened.", nameof(round));
        return evaluation with
        {
            Price = sheet.UnitPrice,
            ValidUntil = evaluation.Prolongations is [.., { Until: var prolonged }] && prolonged > sheet.ValidUntil ? prolonged : sheet.ValidUntil,
            Findings = [.. RequirementCheck.Check(RequiredOf(round, system, lot), sheet.Specification with { DeliveryWeeks = sheet.DeliveryWeeks }).Findings],
            Problems = [.. ValidityProblems(sheet.ValidUntil, OsloTime.DateOf(openedAt))],
        };
    }

    /// <summary>Whether a lot whose bids were all rejected can still be evaluated after all: nothing is decided of it, and nobody has been told.</summary>
    internal static bool MayReopen(Lot lot) => lot is { Phase: LotPhase.WithoutBids, Ranking: null, Letters: null, Outcome: null };

    /// <summary>After a correction or a decision on one bid: a lot that has no admissible bid any more ends, and one that has one again is evaluated after all.</summary>
    public static Decision<Lot> Settle(Lot lot, IReadOnlyCollection<Evaluation> evaluations)
    {
        ArgumentNullException.ThrowIfNull(lot);
        ArgumentNullException.ThrowIfNull(evaluations);
        var admissible = evaluations.Count(evaluation => evaluation.IsAdmissible);
        var standing = lot with { BidsValidUntil = BidValidity.EarliestOf(evaluations) };
        return (lot, admissible) switch
        {
            ({ Phase: LotPhase.Consolidated, CheckedAt: not null }, 0) => Decision.Accept(
                standing with { Phase = LotPhase.WithoutBids }, new LotWithoutBids(lot.LotId, evaluations.Count)),
            (_, > 0) when MayReopen(lot) => Decision.Accept(standing with { Phase = LotPhase.Consolidated }, new LotReopened(lot.LotId, admissible)),
            ({ Phase: LotPhase.Consolidated, CheckedAt: not null }, _) when standing.BidsValidUntil != lot.BidsValidUntil => Decision.Accept(standing),
            _ => Decision.Unchanged(lot),
        };
    }

    /// <summary>Takes note that every bid for the lot has been checked; without an admissible one the lot ends.</summary>
    public static Decision<Lot> Complete(Lot lot, IReadOnlyCollection<Evaluation> evaluations, Instant now)
    {
        ArgumentNullException.ThrowIfNull(lot);
        ArgumentNullException.ThrowIfNull(evaluations);
        if (lot is not { Phase: LotPhase.Consolidated, CheckedAt: null })
        {
            return Decision.Unchanged(lot);
        }

        var admissible = evaluations.Count(evaluation => evaluation.IsAdmissible);
        var checkedLot = lot with { CheckedAt = now, BidsValidUntil = BidValidity.EarliestOf(evaluations) };
        var happened = new LotChecked(lot.LotId, evaluations.Count, admissible);
        return admissible > 0
            ? Decision.Accept(checkedLot, happened)
            : Decision.Accept(checkedLot with { Phase = LotPhase.WithoutBids }, happened, new LotWithoutBids(lot.LotId, evaluations.Count));
    }

    /// <summary>What the lot asks for; zero emission also where the purchasing system asks for it, or the law on the day of the invitation unless an exception is registered.</summary>
    public static VehicleRequirements RequiredOf(Round round, PurchasingSystem system, Lot lot)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(lot);
        var required = lot.Content.Requirements;
        var byLaw = round.Invitation is { } invitation && round.ExceptionOf(lot.LotId) is null && ZeroEmissionLaw.IsRequired(lot.Content.VehicleClass, OsloTime.DateOf(invitation.ReleasedAt));
        return required with { ZeroEmission = required.ZeroEmission || system.ZeroEmissionRequired || byLaw };
    }

    private static IEnumerable<Text> ValidityProblems(LocalDate validUntil, LocalDate opened)
    {
        if (validUntil < opened)
        {
            yield return new(
                $"Vedståelsesfristen {OsloFormat.Day(validUntil).No} var ute da tilbudene ble åpnet {OsloFormat.Day(opened).No}.",
                $"The bid was valid until {OsloFormat.Day(validUntil).En}, which had passed when the bids were opened {OsloFormat.Day(opened).En}.");
        }
    }
}
