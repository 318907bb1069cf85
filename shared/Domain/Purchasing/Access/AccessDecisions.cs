using System.Collections.Immutable;
using NodaTime;
using Samkjop.Decisions;
using Samkjop.People;
using Samkjop.Rules;

namespace Samkjop.Purchasing.Access;

/// <summary>Requests for access: received, put off until the award where the law says so, answered document by document.</summary>
public static class AccessDecisions
{
    /// <summary>Longest reason, characters.</summary>
    public const int MaxReasonLength = 2000;

    private const string Platform = nameof(RegisterAccessRequest);

    /// <summary>Enters a request. What is exempt until the award is answered at once: refused for now, with the legal basis.</summary>
    /// <param name="round">The round.</param>
    /// <param name="stage">How far it has come.</param>
    /// <param name="records">What is known of the documents asked for; those that the round does not have are left out.</param>
    /// <param name="command">The request.</param>
    /// <param name="rules">The law.</param>
    public static Decision<AccessRequest> Register(
        Round round, AccessStage stage, IReadOnlyCollection<AskedRecord> records, RegisterAccessRequest command, RuleTable rules)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(command);
        if (command.By.SupplierId is null && RoundAccess.MayActAs(round, command.By, Role.ProcurementOfficer, command.Now) is { } refusal)
        {
            return refusal;
        }

        if (AccessRules.Check(records, command) is { } invalid)
        {
            return invalid;
        }

        ImmutableArray<AccessItem> items = [.. command.RecordIds.Select(id => ItemOf(records.First(record => record.RecordId == id), stage, command.Now))];
        var request = new AccessRequest
        {
            RoundId = round.RoundId,
            RequestId = command.RequestId,
            Requester = command.Requester,
            ReceivedAt = command.ReceivedAt,
            RegisteredAt = command.Now,
            RegisteredBy = command.By.Subject,
            Items = items,
        };
        var clock = AccessClock.Of(command.ReceivedAt, round.Settings, rules);
        var requested = new AccessRequested(
            command.RequestId, command.Requester.Kind, command.RecordIds, command.ReceivedAt, clock.AnswerBy, clock.RefusedFrom);
        ImmutableArray<string> deferred = [.. items.Where(item => item.Outcome is AccessOutcome.Deferred).Select(item => item.RecordId)];
        return deferred.IsEmpty
            ? Decision.Accept(request, requested)
            : Decision.Accept(request, requested, new AccessDeferred(command.RequestId, deferred, Exemption.UntilAward.LegalBasis));
    }

    /// <summary>Takes up what was put off, once every lot has its award. Nothing to do before, and again.</summary>
    /// <param name="request">The request.</param>
    /// <param name="awardedAt">When the last lot's bidders were told; null before.</param>
    /// <param name="settings">The round's settings.</param>
    /// <param name="rules">The law.</param>
    public static Decision<AccessRequest> Resume(AccessRequest request, Instant? awardedAt, RoundSettings settings, RuleTable rules)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (awardedAt is not { } from || !request.IsDeferred)
        {
            return Decision.Unchanged(request);
        }

        var clock = AccessClock.Of(from, settings, rules);
        ImmutableArray<string> waiting = [.. request.Items.Where(item => item.Outcome is AccessOutcome.Deferred).Select(item => item.RecordId)];
        return Decision.Accept(
            request with
            {
                Items = [.. request.Items.Select(item => item.Outcome is AccessOutcome.Deferred ? new AccessItem(item.RecordId) : item)],
                ResumedFrom = from,
                Reminders = 0,
            },
            new AccessResumed(request.RequestId, waiting, clock.AnswerBy));
    }

    /// <summary>An officer of the round answers for one document; what was answered can be answered anew, such as after a complaint.</summary>
    public static Decision<AccessRequest> Decide(Round round, AccessStage stage, AskedRecord record, AccessRequest request, DecideAccess command)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(command);
        if (RoundAccess.MayActAs(round, command.By, Role.ProcurementOfficer, command.Now) is { } refusal)
        {
            return refusal;
        }

        if (request.Items.FirstOrDefault(item => item.RecordId == command.RecordId) is not { } item)
        {
            return AccessRules.NotAskedFor(request.RequestId, command.RecordId);
        }

        if ((AccessRules.Check(command) ?? AccessRules.Holds(record, stage, command)) is { } refused)
        {
            return refused;
        }

        var decided = item with { Outcome = command.Outcome, LegalBasis = command.LegalBasis, Reason = command.Reason, At = command.Now, By = command.By.Subject };
        return (item.Outcome, item.LegalBasis, item.Reason) == (command.Outcome, command.LegalBasis, command.Reason)
            ? Decision.Unchanged(request)
            : Decision.Accept(
                request with { Items = request.Items.Replace(item, decided) },
                new AccessDecided(request.RequestId, command.RecordId, command.Outcome, command.LegalBasis, command.Reason));
    }

    /// <summary>Officers are reminded on the day by which an answer should be given, and when silence counts as a refusal; once each.</summary>
    public static Decision<AccessRequest> Remind(AccessRequest request, RoundSettings settings, RuleTable rules, Instant now)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!request.IsOpen)
        {
            return Decision.Unchanged(request);
        }

        var clock = AccessClock.Of(request.ClockFrom, settings, rules);
        var due = now >= clock.RefusedFrom ? 2 : now >= clock.AnswerBy - Duration.FromDays(1) ? 1 : 0;
        return due <= request.Reminders
            ? Decision.Unchanged(request)
            : Decision.Accept(request with { Reminders = due }, new AccessReminded(request.RequestId, due, CountsAsRefused: due == 2));
    }

    private static AccessItem ItemOf(AskedRecord record, AccessStage stage, Instant now) =>
        RecordExemptions.Of(record.Kind, stage) == Exemption.UntilAward
            ? new AccessItem(record.RecordId, AccessOutcome.Deferred, Exemption.UntilAward.LegalBasis, Exemption.UntilAward.Reason.No, now, Platform)
            : new AccessItem(record.RecordId);
}
