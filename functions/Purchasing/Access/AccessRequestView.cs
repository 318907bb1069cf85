using System.Collections.Immutable;
using NodaTime;
using Samkjop.People;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Access;
using Samkjop.Rules;

namespace Samkjop.Functions.Purchasing.Access;

/// <summary>A request for access as it is read.</summary>
/// <param name="Requester">Who asks, as far as it matters.</param>
/// <param name="RequesterName">For the round's officers and the auditor: the name that was given; what stands in its place once it is erased.</param>
/// <param name="RequesterMail">Likewise.</param>
/// <param name="AnswerBy">When it should be answered, exclusive.</param>
/// <param name="CountsAsRefusedFrom">From when on silence counts as a refusal (offentleglova § 32).</param>
/// <param name="IsOpen">Whether a document waits for its answer.</param>
/// <param name="IsDeferred">Whether a document waits for the award.</param>
public sealed record AccessRequestView(
    string RoundId, string RequestId, RequesterKind Requester, string? SupplierId, string? RequesterName, string? RequesterMail, Instant ReceivedAt, Instant AnswerBy,
    Instant CountsAsRefusedFrom, bool IsOpen, bool IsDeferred, ImmutableArray<AccessItem> Items)
{
    public static AccessRequestView Of(Round round, AccessRequest request, Person? person)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(request);
        var clock = AccessClock.Of(request.ClockFrom, round.Settings, RuleTable.Norwegian);
        return new(
            request.RoundId, request.RequestId, request.Requester.Kind, request.Requester.SupplierId,
            person is { ErasedAt: not null } ? Person.Erased.ToString() : person?.Name, person?.Mail, request.ReceivedAt, clock.AnswerBy, clock.RefusedFrom,
            request.IsOpen, request.IsDeferred, request.Items);
    }
}
