using System.Collections.Immutable;
using Samkjop.Decisions;
using Samkjop.People;

namespace Samkjop.Purchasing;

/// <summary>
/// Whose plans are whose. A token that carries an agency speaks for that agency; UKE's people, who run joint rounds, carry none.
/// </summary>
public static class CallOffAccess
{
    /// <summary>
    /// Why the caller may not plan the round so; null when it may. Joint rounds are planned by officers who act for no agency, own call-offs by the agency's officers;
    /// an officer of UKE may change a call-off where the agency has named it for help, but not whom the agency asks for help.
    /// </summary>
    /// <param name="plan">The plan as it would stand.</param>
    /// <param name="existing">As it stands; null when it is new.</param>
    /// <param name="by">Who plans.</param>
    public static Refusal? MayPlan(PlannedRound plan, PlannedRound? existing, Caller by)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(by);
        if (plan.CallOff is not { } callOff)
        {
            return by.AgencyId is { } agency ? JointRound(agency) : null;
        }

        return by.AgencyId == callOff.AgencyId || (by.AgencyId is null && Helps(existing, callOff, by)) ? null : NotYours(callOff.AgencyId);
    }

    /// <summary>Why the caller may not register purchasing systems; null when it may. They are kept for the whole municipality.</summary>
    public static Refusal? MayKeepSystems(Caller by)
    {
        ArgumentNullException.ThrowIfNull(by);
        return by.AgencyId is { } agency && !by.Has(Role.Administrator) ? JointRound(agency) : null;
    }

    private static bool Helps(PlannedRound? existing, CallOff callOff, Caller by) =>
        existing is { CallOff: { } asked, People: var people }
        && asked.LetsAct(by, Role.ProcurementOfficer)
        && asked.AgencyId == callOff.AgencyId
        && asked.Assistance.SequenceEqual(callOff.Assistance)
        && people.MayEverActAs(by.Subject, Role.ProcurementOfficer);

    internal static Refusal NotHelping(string agencyId, string role) => Refusal.Forbidden(
        "not-of-agency",
        $"Dette er et eget avrop for {agencyId}, som ikke har bedt om bistand som {role}. Ingenting er endret; la en av virksomhetens egne gjøre det.",
        $"This is an own call-off of {agencyId}, which has not asked for help as {role}. Nothing was changed; let one of the agency's own people do it.");

    internal static Refusal AssistanceIsTheAgencys(string roundId) => Refusal.Forbidden(
        "not-of-agency",
        $"Bare virksomhetens egne innkjøpere ber om bistand i et eget avrop, og {roundId} er ikke ditt. Ingenting er endret.",
        $"Only the agency's own officers ask for help in an own call-off, and {roundId} is not yours. Nothing was changed.");

    private static Refusal JointRound(string agencyId) => Refusal.Forbidden(
        "not-a-joint-officer",
        $"Du handler for {agencyId} og kan planlegge virksomhetens egne avrop (callOff), ikke samkjøp eller innkjøpsordninger for alle. Ingenting er endret.",
        $"You act for {agencyId} and can plan the agency's own call-offs (callOff), not joint rounds or purchasing systems. Nothing was changed.");

    private static Refusal NotYours(string agencyId) => Refusal.Forbidden(
        "not-of-agency",
        $"Et eget avrop for {agencyId} planlegges av virksomhetens innkjøpere, og av dem den har oppnevnt for bistand. Ingenting er endret.",
        $"An own call-off of {agencyId} is planned by the agency's officers, and by those whom it has named for help. Nothing was changed.");
}
