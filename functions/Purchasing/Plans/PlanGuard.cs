using Samkjop.Agencies;
using Samkjop.Decisions;
using Samkjop.Functions.Http;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;

namespace Samkjop.Functions.Purchasing.Plans;

/// <summary>Stands before changes of plans.</summary>
internal static class PlanGuard
{
    /// <summary>The agency of an own call-off is registered.</summary>
    /// <exception cref="ProblemException">422 when it is not.</exception>
    public static async Task RequireAgencyAsync(this IDocumentStore store, CallOff? callOff, CancellationToken cancellationToken)
    {
        if (callOff is null || (Slug.PlainProblem(callOff.AgencyId) is null && await store.FindAsync<Agency>(callOff.AgencyId, "agency", cancellationToken) is not null))
        {
            return;
        }

        var findings = new Findings();
        findings.Add(
            "callOff.agencyId",
            $"Virksomheten «{callOff.AgencyId}» er ikke registrert. Be administratoren registrere den, eller rett id-en.",
            $"The agency \"{callOff.AgencyId}\" is not registered. Ask the administrator to register it, or correct the id.");
        throw new ProblemException(findings.ToRefusal("invalid-plan")!);
    }

    /// <summary>The caller may change the plan as it stands.</summary>
    /// <exception cref="ProblemException">403 when it may not.</exception>
    public static void RequireMayPlan(this PlannedRound plan, Caller caller)
    {
        if (CallOffAccess.MayPlan(plan, plan, caller) is { } refusal)
        {
            throw new ProblemException(refusal);
        }
    }
}
