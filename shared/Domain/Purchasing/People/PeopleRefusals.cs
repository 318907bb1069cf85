using Samkjop.Decisions;
using Samkjop.People;

namespace Samkjop.Purchasing;

/// <summary>Why the people of a round are not changed.</summary>
public static class PeopleRefusals
{
    public static Refusal Closed(string roundId) => Refusal.Conflict(
        "round-closed",
        $"Runde {roundId} er avsluttet, og de som var oppnevnt i den, står. Ingenting er endret.",
        $"Round {roundId} has closed, and those who were named for it stand. Nothing was changed.");

    public static Refusal TooMany(string roundId) => Refusal.Conflict(
        "too-many-people-changes",
        $"De oppnevnte i runde {roundId} er endret så mange ganger som en runde tar ({PeopleChanging.MaxChanges}). Ingenting er endret.",
        $"The people of round {roundId} have been changed as often as a round takes ({PeopleChanging.MaxChanges}). Nothing was changed.");

    /// <summary>
    /// Officers of the round change its people. An administrator only replaces the officers, all of them and by others than itself: that is for the day when none is
    /// left, and gives no way to bids.
    /// </summary>
    internal static Refusal? MayNotChange(Round round, ChangePeople command)
    {
        if (command.Assistance is not null && (round.CallOff is not { AgencyId: var buyer } || buyer != command.By.AgencyId))
        {
            return CallOffAccess.AssistanceIsTheAgencys(round.RoundId);
        }

        if (RoundAccess.MayActAs(round, command.By, Role.ProcurementOfficer, command.Now) is not { } notOfficer)
        {
            return null;
        }

        if (!command.By.Has(Role.Administrator))
        {
            return notOfficer;
        }

        return AdministratorsChange(round.People, command) ? null : Refusal.Forbidden(
            "administrator-replaces-officers-only",
            "En administrator oppnevner bare nye innkjøpere når ingen av rundens er igjen: alle de gamle ut, ikke seg selv inn, og ingenting annet. Ingenting er endret; be en av rundens innkjøpere om resten.",
            "An administrator only names new officers when none of the round's is left: all the old ones out, not itself in, and nothing else. Nothing was changed; ask an officer of the round for the rest.");
    }

    private static bool AdministratorsChange(RoundPeople before, ChangePeople command)
    {
        var after = command.People;
        var others = after with { ProcurementOfficers = before.ProcurementOfficers, Deputies = before.Deputies };
        return others.HasSameAs(before)
            && !after.MayEverActAs(command.By.Subject, Role.ProcurementOfficer)
            && !after.ProcurementOfficers.Intersect(before.ProcurementOfficers, StringComparer.Ordinal).Any()
            && after.Deputies.SequenceEqual(before.Deputies.Where(deputy => deputy.Role != Role.ProcurementOfficer));
    }
}
