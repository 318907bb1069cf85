using Microsoft.Azure.Functions.Worker;
using NodaTime;
using Samkjop.Decisions;
using Samkjop.Functions.Http;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Awards;

namespace Samkjop.Functions.Purchasing.Awards;

/// <param name="Party">For whom the caller speaks.</param>
/// <param name="Terms">What is signed; null where the winner's sheet is not there.</param>
public sealed record ContractAtHand(Round Round, Lot Lot, ContractParty Party, ContractTerms? Terms);

/// <summary>Finds a lot's contract for somebody who may speak for one of its parties: the winner's named person, or a decider or contract manager of the round.</summary>
public sealed class ContractDesk(IDocumentStore store, RefusedAttempts attempts)
{
    /// <exception cref="ProblemException">404, recorded, for other suppliers and before the letters; 403, recorded, for other staff.</exception>
    public async Task<ContractAtHand> FindAsync(FunctionContext context, string roundId, string lotId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var round = (await store.RoundAsync(roundId, cancellationToken)).Document;
        var lot = (await store.FindAsync<Lot>(roundId, lotId, cancellationToken)).OrNotFound(lotId).Document;
        var (party, refusal) = PartyOf(context.Caller(), round, lot, context.Arrived());
        return refusal is not null
            ? throw await attempts.RecordAsync(context, roundId, lotId, refusal, cancellationToken)
            : new ContractAtHand(round, lot, party, await TermsAsync(round, lot, cancellationToken));
    }

    /// <summary>The same for reading it, which auditors do too.</summary>
    /// <exception cref="ProblemException">As of <see cref="FindAsync"/>.</exception>
    public async Task<ContractAtHand> ReadAsync(FunctionContext context, string roundId, string lotId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!context.Caller().Has(Role.Auditor))
        {
            return await FindAsync(context, roundId, lotId, cancellationToken);
        }

        var round = (await store.RoundAsync(roundId, cancellationToken)).Document;
        var lot = (await store.FindAsync<Lot>(roundId, lotId, cancellationToken)).OrNotFound(lotId).Document;
        return new ContractAtHand(round, lot, ContractParty.Buyer, await TermsAsync(round, lot, cancellationToken));
    }

    private async Task<ContractTerms?> TermsAsync(Round round, Lot lot, CancellationToken cancellationToken)
    {
        var bid = lot.Award is { } award ? await store.FindAsync<Bid>(round.RoundId, award.BidId, cancellationToken) : null;
        return ContractTerms.Of(round, lot, bid?.Document.Sheets.FirstOrDefault(sheet => sheet.LotId == lot.LotId)?.Sheet);
    }

    private static (ContractParty Party, Refusal? Refusal) PartyOf(Caller caller, Round round, Lot lot, Instant now)
    {
        if (caller.SupplierId is { } supplierId)
        {
            var winner = lot.Letters is null ? null : lot.Award?.SupplierId;
            return (ContractParty.Supplier, supplierId == winner ? null : Refusals.NotFound("contract", lot.LotId));
        }

        var asDecider = RoundAccess.MayActAs(round, caller, Role.AwardDecider, now);
        return (ContractParty.Buyer, asDecider is null ? null : RoundAccess.MayActAs(round, caller, Role.ContractManager, now) is null ? null : asDecider);
    }
}
