using NodaTime;
using Samkjop.Orchestrations.Purchasing;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Consolidation;
using Samkjop.Serialization;
using Samkjop.State;

namespace Samkjop.Functions.Purchasing.Lots;

/// <summary>
/// Brings the documents of lots and needs to what the round's adjustments say. The round decides, in one write; everything here follows from it, can be
/// repeated, and is done again before the invitation is released, so that a crash in between leaves nothing wrong.
/// </summary>
public sealed class LotArranger(IDocumentStore store, Aggregates aggregates, EventRelay relay)
{
    /// <summary>The lots as consolidation proposed them, by number; kept before the first adjustment changes any.</summary>
    public async Task<IReadOnlyList<ConsolidatedLot>> ProposalAsync(Round round, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(round);
        if (round.LotAdjustments.IsEmpty)
        {
            foreach (var lot in await store.LotsAsync(round.RoundId, cancellationToken))
            {
                await KeepAsync(new LotProposal(round.RoundId, lot.Content), cancellationToken);
            }
        }

        var proposed = await store.EveryAsync<LotProposal>(round.RoundId, LotProposal.IdPrefix, cancellationToken);
        return [.. proposed.Select(lot => lot.Content)];
    }

    /// <summary>Brings every document to the round's adjustments.</summary>
    /// <returns>How many adjustments the documents follow now.</returns>
    public async Task<int> ArrangeAsync(string roundId, Instant now, CancellationToken cancellationToken)
    {
        var round = await store.RequiredRoundAsync(roundId, cancellationToken);
        var made = round.LotAdjustments;
        if (made.IsEmpty || round.Invitation is not null)
        {
            return made.Length;
        }

        var division = LotDivision.After(await ProposalAsync(round, cancellationToken), made);
        var command = new CommandContext(Actor.Platform(nameof(LotArranger)), now);
        foreach (var content in division.Lots)
        {
            await ArrangeLotAsync(roundId, content, made.Length, command, cancellationToken);
        }

        var wanted = division.Lots.Select(lot => lot.LotId).ToHashSet(StringComparer.Ordinal);
        foreach (var lot in (await store.LotsAsync(roundId, cancellationToken)).Where(lot => !wanted.Contains(lot.LotId) && lot.Arrangement <= made.Length))
        {
            await DissolveAsync(lot, cancellationToken);
        }

        await TellOfReturnsAsync(round, division.LeftOut, now, cancellationToken);
        await LeaveOutAsync(round, division.LeftOut, command, cancellationToken);
        await TellIfEmptyAsync(round, cancellationToken);
        return made.Length;
    }

    private async Task ArrangeLotAsync(string roundId, ConsolidatedLot content, int arrangement, CommandContext command, CancellationToken cancellationToken)
    {
        var existing = await store.FindAsync<Lot>(roundId, content.LotId, cancellationToken);
        if (existing is null)
        {
            _ = await aggregates.CreateAsync(
                command with { RequestId = $"{Lot.InstanceId(roundId, content.LotId)}.{arrangement}" }, LotFormation.Create(roundId, content, arrangement), cancellationToken);
        }
        else if (CanonicalJson.Sha256(existing.Document.Content) != CanonicalJson.Sha256(content))
        {
            _ = (await aggregates.DecideAsync<Lot>(roundId, content.LotId, command, lot => LotFormation.Rearrange(lot, content, arrangement), cancellationToken)).Required();
        }

        foreach (var line in content.Lines)
        {
            _ = (await aggregates.DecideAsync<Need>(
                roundId, line.NeedId, command, need => NeedLocking.Rearrange(need, content.LotId, line.IsOption), cancellationToken)).Required();
        }
    }

    /// <summary>Removes the document of a lot that holds nothing any more; what it told stays in the audit log.</summary>
    private async Task DissolveAsync(Lot lot, CancellationToken cancellationToken)
    {
        await relay.RelayAsync(Lot.Kind, lot.RoundId, lot.LotId, cancellationToken);
        if (await store.FindAsync<Lot>(lot.RoundId, lot.LotId, cancellationToken) is { Document.Ledger.Pending.IsEmpty: true } relayed)
        {
            try
            {
                await store.DeleteAsync<Lot>(lot.RoundId, lot.LotId, relayed.ETag, cancellationToken);
            }
            catch (DocumentChangedException)
            {
                // Somebody else was at it in this moment: arranging again, before the invitation at the latest, removes it.
            }
        }
    }

    private async Task TellOfReturnsAsync(Round round, IReadOnlyDictionary<string, int> leftOut, Instant now, CancellationToken cancellationToken)
    {
        foreach (var made in round.LotAdjustments.Where(made => made.Kind is LotAdjustmentKind.Include))
        {
            foreach (var needId in made.NeedIds.Where(needId => !leftOut.ContainsKey(needId)))
            {
                if (await store.FindAsync<Need>(round.RoundId, needId, cancellationToken) is { Document: var need })
                {
                    await store.TellAsync(DeferralMessage.AboutReturn(need, now, made.Number), cancellationToken);
                }
            }
        }
    }

    private async Task LeaveOutAsync(Round round, IReadOnlyDictionary<string, int> leftOut, CommandContext command, CancellationToken cancellationToken)
    {
        if (leftOut.Count == 0)
        {
            return;
        }

        var setting = await store.FindNeedSettingAsync(round.RoundId, command.Now, cancellationToken) ?? throw new InvalidOperationException($"There is no round '{round.RoundId}'.");
        foreach (var (needId, number) in leftOut)
        {
            var reason = round.LotAdjustments[number - 1].Reason;
            var deferred = (await aggregates.DecideAsync<Need>(
                round.RoundId, needId, command, need => NeedLocking.LeaveOut(setting, need, reason), cancellationToken)).Required();
            await store.TellAsync(DeferralMessage.About(deferred, command.Now, number), cancellationToken);
        }
    }

    private async Task TellIfEmptyAsync(Round round, CancellationToken cancellationToken)
    {
        if (round is not { Phase: RoundPhase.Closed, Closing.Reason: not null })
        {
            return;
        }

        await foreach (var agency in store.AgenciesOfAsync(round.CallOff, cancellationToken))
        {
            await store.TellAsync(EmptyRoundMessage.To(agency.Document.AgencyId, round), cancellationToken);
        }
    }

    private async Task KeepAsync(LotProposal lot, CancellationToken cancellationToken)
    {
        try
        {
            await store.CreateAsync(lot, cancellationToken);
        }
        catch (DocumentExistsException)
        {
            // Kept before: by an adjustment that came to nothing, or by one made in this moment.
        }
    }
}
