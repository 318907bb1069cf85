using System.Collections.Immutable;
using NodaTime;
using Samkjop.Decisions;

namespace Samkjop.Purchasing.Awards;

/// <summary>From the award to the orders: letters to all at once, standstill, both signatures, orders.</summary>
public static class ContractDecisions
{
    /// <summary>
    /// Makes every letter of the lot readable at the same instant. Repeated, it changes nothing: letters go out once. A lot without an award sends them
    /// too, for the rejected to read why; nothing is stood still for then.
    /// </summary>
    public static Decision<Lot> SendLetters(Lot lot, SendLetters command)
    {
        if (lot.Letters is not null || lot.NextDispatch() != command.Number)
            return Decision.Unchanged(lot);
        if (lot.Phase is not (LotPhase.Awarded or LotPhase.WithoutBids))
            return AwardRefusals.NotProposed(lot.LotId);
        ImmutableArray<string> recipients = [.. command.Recipients.Order(StringComparer.Ordinal)];
        var (phase, ends) = (lot.Phase, command.StandstillEnds) switch
        {
            (LotPhase.WithoutBids, _) => (LotPhase.WithoutBids, null),
            (_, null) => (LotPhase.AwaitingSignatures, null),
            (_, { } end) => (LotPhase.Standstill, (Instant?)end),
        };
        return Decision.Accept(
            lot with { Phase = phase, Letters = new LetterDispatch(command.Now, ends, recipients, lot.NextDispatch()) },
            new AwardLettersSent(lot.LotId, recipients, ends));
    }

    /// <summary>The standstill is over: the contract may be signed. Before its end, and while a complaint keeps it from being signed, refused.</summary>
    public static Decision<Lot> EndStandstill(Lot lot, Instant now)
    {
        if (lot.Phase is LotPhase.AwaitingSignatures or LotPhase.Delivering or LotPhase.Ended)
            return Decision.Unchanged(lot);
        if (lot is not { Phase: LotPhase.Standstill, Letters: { } letters })
            return AwardRefusals.LettersNotSent(lot.LotId);
        if (letters.StandstillEnds is { } ends && now < ends)
            return AwardRefusals.StandstillRuns(lot.LotId, ends);
        if (!lot.Suspensions.IsEmpty)
            return AwardRefusals.Suspended(lot.LotId, lot.Suspensions);
        return Decision.Accept(lot with { Phase = LotPhase.AwaitingSignatures }, new StandstillEnded(lot.LotId));
    }

    /// <summary>A party signs, once. Not before the standstill has ended; by the clock, not by when the platform noticed.</summary>
    public static Decision<Lot> Sign(Lot lot, SignContract command)
    {
        if (lot.Letters is null)
            return AwardRefusals.LettersNotSent(lot.LotId);
        if (lot.HasSigned(command.Party))
            return Decision.Unchanged(lot);
        if (!lot.Suspensions.IsEmpty && lot.Phase is LotPhase.AwaitingSignatures)
            return AwardRefusals.Suspended(lot.LotId, lot.Suspensions);
        var signed = new ContractSigned(lot.LotId, command.Party);
        var signature = new ContractSignature(command.Party, command.By, command.Now, command.TermsSha256);
        return EndStandstill(lot, command.Now) switch
        {
            Decision<Lot>.Accepted { State: var ready, Events: var events } =>
                Decision.Accept(ready with { Signatures = ready.Signatures.Add(signature) }, events.Add(signed)),
            var refused => refused,
        };
    }

    /// <summary>Orders are out. No order precedes the signatures of both parties.</summary>
    public static Decision<Lot> RecordOrders(Lot lot, IReadOnlyCollection<string> orderIds)
    {
        if (lot.Phase is LotPhase.Delivering or LotPhase.Ended)
            return Decision.Unchanged(lot);
        if (!lot.IsSigned())
            return AwardRefusals.NotSigned(lot.LotId);
        ImmutableArray<string> ids = [.. orderIds.Order(StringComparer.Ordinal)];
        return Decision.Accept(lot with { Phase = LotPhase.Delivering, OrderIds = ids }, new OrdersPlaced(lot.LotId, ids));
    }

    /// <summary>The lot ends when all its orders have.</summary>
    public static Decision<Lot> End(Lot lot, IReadOnlyCollection<Order> orders)
    {
        if (lot.Phase is LotPhase.Ended)
            return Decision.Unchanged(lot);
        var ended = orders.Where(order => order.HasEnded).Select(order => order.OrderId).ToHashSet(StringComparer.Ordinal);
        if (lot.Phase is not LotPhase.Delivering || !lot.OrderIds.All(ended.Contains))
            return AwardRefusals.OrdersLeft(lot.LotId);
        return Decision.Accept(lot with { Phase = LotPhase.Ended }, new LotEnded(lot.LotId));
    }

    public static bool HasSigned(this Lot lot, ContractParty party) => lot.Signatures.Any(signature => signature.Party == party);

    /// <summary>The number of the next letters: from 1, one more for every award that ended after its letters.</summary>
    public static int NextDispatch(this Lot lot) => 1 + (lot.EarlierAwards.LastOrDefault(earlier => earlier.Letters is not null)?.Letters!.Number ?? 0);

    /// <summary>The letters with that number, whether or not their award stands; null where there are none.</summary>
    public static LetterDispatch? DispatchOf(this Lot lot, int number) =>
        lot.EarlierAwards.Select(earlier => earlier.Letters).Append(lot.Letters).FirstOrDefault(letters => letters?.Number == number);

    public static bool IsSigned(this Lot lot) => lot.HasSigned(ContractParty.Buyer) && lot.HasSigned(ContractParty.Supplier);
}
