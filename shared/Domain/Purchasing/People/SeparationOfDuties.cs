using System.Collections.Immutable;
using NodaTime;
using Samkjop.People;

namespace Samkjop.Purchasing;

/// <summary>A duty that somebody was relieved of in a round that had opened.</summary>
/// <param name="Subject">Who.</param>
/// <param name="Role">The role.</param>
/// <param name="Until">When.</param>
public sealed record FormerDuty(string Subject, string Role, Instant Until);

/// <summary>
/// Whoever decides an award has at no time of the round been able to propose or evaluate, and the other way round. What somebody was named for counts whether or
/// not it acted: it may have read bids and talked about them, and the rule holds without looking for what was done at the same moment.
/// </summary>
public static class SeparationOfDuties
{
    /// <summary>The roles that nobody has in the same round as this one.</summary>
    public static ImmutableArray<string> ApartFrom(string role) => role switch
    {
        Role.AwardDecider => [Role.ProcurementOfficer, Role.Evaluator],
        Role.ProcurementOfficer or Role.Evaluator => [Role.AwardDecider],
        _ => [],
    };

    /// <summary>Whether the subject has, will have or has had the role in the round, by name or as a deputy.</summary>
    public static bool HasEverHad(Round round, string subject, string role)
    {
        ArgumentNullException.ThrowIfNull(round);
        return round.People.MayEverActAs(subject, role) || round.FormerDuties.Any(duty => duty.Subject == subject && duty.Role == role);
    }
}
