using System.Collections.Immutable;
using NodaTime;
using Samkjop.People;
using Samkjop.Purchasing;

namespace Samkjop.Functions.Purchasing;

/// <summary>Who is named for a round.</summary>
/// <param name="RoundId">The round.</param>
/// <param name="People">Everybody named, and their deputies.</param>
/// <param name="Changes">How they were changed since the round opened and why; for officers of the round, administrators and auditors only.</param>
/// <param name="Assistance">In an agency's own call-off, where it has asked UKE for help.</param>
public sealed record RoundPeopleView(string RoundId, RoundPeople People, ImmutableArray<PeopleChange>? Changes, ImmutableArray<string>? Assistance)
{
    public static RoundPeopleView For(Round round, Caller caller, Instant now)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(caller);
        var readsReasons = caller.HasAny(Role.Auditor, Role.Administrator) || RoundAccess.MayActAs(round, caller, Role.ProcurementOfficer, now) is null;
        return new RoundPeopleView(round.RoundId, round.People, readsReasons ? round.PeopleChanges : null, round.CallOff?.Assistance);
    }
}
