using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using NodaTime;
using Samkjop.Agencies;
using Samkjop.Decisions;
using Samkjop.Functions.Http;
using Samkjop.Orchestrations.Purchasing;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.State;

namespace Samkjop.Functions.Purchasing.Needs;

/// <summary>Carries out commands on needs for the endpoints.</summary>
public sealed class NeedDesk(IDocumentStore store, Aggregates aggregates, RefusedAttempts attempts)
{
    /// <summary>What a need of the round is decided against.</summary>
    /// <exception cref="ProblemException">404: there is no such round.</exception>
    public async Task<NeedSetting> SettingAsync(string roundId, Instant now, CancellationToken cancellationToken) =>
        await store.FindNeedSettingAsync(roundId, now, cancellationToken) ?? throw new ProblemException(Refusals.NotFound(Round.Kind, roundId));

    /// <summary>Creates the need that a reporter reports.</summary>
    /// <exception cref="ProblemException">Refused.</exception>
    public async Task<Stored<Need>> ReportAsync(FunctionContext context, string roundId, NeedContent content, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var (caller, now) = (context.Caller(), context.Arrived());
        await RequireRegisteredAsync(caller, cancellationToken);
        var setting = await SettingAsync(roundId, now, cancellationToken);
        var report = new ReportNeed(context.DeriveId($"need-{caller.AgencyId}"), content, caller, now);
        var created = (await aggregates.CreateAsync(
            roundId, report.NeedId, context.Command(), () => NeedDecisions.Report(setting, report), cancellationToken)).OrProblem();
        return await SettleAsync(created, now, cancellationToken);
    }

    /// <summary>Decides on a need that is there.</summary>
    /// <exception cref="ProblemException">Refused.</exception>
    public async Task<Stored<Need>> DecideAsync(
        HttpRequest request, FunctionContext context, string roundId, string needId, Func<NeedSetting, Need, Decision<Need>> decide, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var setting = await SettingAsync(roundId, context.Arrived(), cancellationToken);
        var outcome = await aggregates.DecideAsync<Need>(roundId, needId, context.Command(request.IfMatch()), need => decide(setting, need), cancellationToken);
        return await attempts.OrProblemAsync(context, roundId, needId, outcome, cancellationToken);
    }

    /// <summary>
    /// A need that was written while the round stopped taking needs may have missed the pinning. It is then deferred here, so that no need is left
    /// in between and the reporter is told at once.
    /// </summary>
    internal async Task SettleAsync(string roundId, IReadOnlyList<string> needIds, Instant now, CancellationToken cancellationToken)
    {
        var setting = await SettingAsync(roundId, now, cancellationToken);
        if (setting.Round.Phase is not RoundPhase.CollectingNeeds)
        {
            var command = new CommandContext(Actor.Platform(nameof(NeedDesk)), now);
            foreach (var needId in needIds)
            {
                _ = (await aggregates.DecideAsync<Need>(roundId, needId, command, need => NeedLocking.Lock(setting, need), cancellationToken)).OrProblem();
            }
        }
    }

    private async Task<Stored<Need>> SettleAsync(Stored<Need> created, Instant now, CancellationToken cancellationToken)
    {
        var roundId = created.Document.RoundId;
        var setting = await SettingAsync(roundId, now, cancellationToken);
        if (setting.Round.Phase is RoundPhase.CollectingNeeds)
        {
            return created;
        }

        var command = new CommandContext(Actor.Platform(nameof(NeedDesk)), now);
        var outcome = await aggregates.DecideAsync<Need>(roundId, created.Document.NeedId, command, need => NeedLocking.Lock(setting, need), cancellationToken);
        return outcome.OrProblem();
    }

    internal async Task RequireRegisteredAsync(Caller caller, CancellationToken cancellationToken)
    {
        if (caller.AgencyId is { } agencyId && await store.FindAsync<Agency>(agencyId, "agency", cancellationToken) is null)
        {
            throw new ProblemException(Refusal.Forbidden(
                "unknown-agency",
                $"Virksomheten «{agencyId}» i tokenet ditt er ikke registrert. Ingenting er endret; be administratoren registrere den.",
                $"The agency \"{agencyId}\" of your token is not registered. Nothing was changed; ask the administrator to register it."));
        }
    }
}
