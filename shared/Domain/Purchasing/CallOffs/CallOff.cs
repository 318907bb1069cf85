using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Samkjop.People;

namespace Samkjop.Purchasing;

/// <summary>
/// An agency's own competition under a purchasing system (eget avrop, not the same as an order): it lives as a joint round does, for one agency's needs, with the
/// agency's own people in the roles that UKE's people have in a joint round.
/// </summary>
/// <param name="AgencyId">The agency that buys.</param>
public sealed partial record CallOff(string AgencyId)
{
    /// <summary>
    /// Roles in which the agency has asked UKE for help, of <see cref="AssistedRoles"/>: in these, people of the municipality who act for no agency may be named beside
    /// its own.
    /// </summary>
    public ImmutableArray<string> Assistance { get; init; } = [];

    /// <summary>Roles in which UKE can help. Deciding, and following up the contract, stays with the agency, whose contract it is.</summary>
    public static IReadOnlyList<string> AssistedRoles { get; } = [Role.ProcurementOfficer, Role.Opener, Role.Evaluator];

    /// <summary>The agency whose own call-off a round's id names, such as <c>bym</c> in <c>2021-bym-1</c>; null for a joint round.</summary>
    public static string? AgencyOf(string roundId) => Id().Match(roundId) is { Success: true } match ? match.Groups["agency"].Value : null;

    /// <summary>Whether an agency takes part in a round: everyone in a joint one, one in its own call-off.</summary>
    /// <param name="callOff">Null for a joint round.</param>
    /// <param name="agencyId">The agency.</param>
    public static bool Concerns(CallOff? callOff, string agencyId) => callOff is null || callOff.AgencyId == agencyId;

    /// <summary>Whether the caller is of those who may be named in the role: the agency's own people, and others where it has asked for help.</summary>
    public bool LetsAct(Caller caller, string role)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return caller.AgencyId == AgencyId || (caller.AgencyId is null && Assistance.Contains(role));
    }

    [GeneratedRegex(@"^[0-9]{4}-(?<agency>[a-z0-9]{2,20})-[1-9][0-9]?\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Id();
}
