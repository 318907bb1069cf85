using System.Collections.Immutable;
using Samkjop.Decisions;

namespace Samkjop.Purchasing;

/// <summary>What a plan of an agency's own call-off must satisfy beyond that of a joint round.</summary>
public static class CallOffRules
{
    internal static void Check(PlannedRound plan, Findings findings)
    {
        var agency = CallOff.AgencyOf(plan.RoundId);
        findings.Require(
            agency == plan.CallOff?.AgencyId,
            "roundId",
            plan.CallOff is { AgencyId: var own }
                ? $"Et eget avrop har årstall, virksomhet og løpenummer som id, som 2021-{own}-1."
                : "En id med virksomhet, som 2021-bym-1, er et eget avrop. Oppgi callOff, eller bruk årstall og løpenummer.",
            plan.CallOff is { AgencyId: var id }
                ? $"An own call-off has year, agency and running number for its id, such as 2021-{id}-1."
                : "An id with an agency, such as 2021-bym-1, is an own call-off. State callOff, or use year and running number.");
        if (plan.CallOff is { } callOff)
        {
            CheckAssistance(callOff.Assistance, "callOff.assistance", findings);
        }
    }

    internal static void CheckAssistance(ImmutableArray<string> assistance, string path, Findings findings) => findings.Require(
        !assistance.IsDefault && assistance.All(CallOff.AssistedRoles.Contains) && assistance.Distinct(StringComparer.Ordinal).Count() == assistance.Length,
        path,
        $"UKE kan bistå som: {string.Join(", ", CallOff.AssistedRoles)}. Oppgi hver rolle én gang; tildelingen og oppfølgingen av kontrakten er virksomhetens egen.",
        $"UKE can help as: {string.Join(", ", CallOff.AssistedRoles)}. State each role once; the award and the follow-up of the contract are the agency's own.");
}
