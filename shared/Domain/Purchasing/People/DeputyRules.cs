using NodaTime;
using Samkjop.Decisions;
using Samkjop.People;

namespace Samkjop.Purchasing;

/// <summary>What holds for deputies: a named person, a role of the round, and days within bounds.</summary>
public static class DeputyRules
{
    /// <summary>Most deputies of one round.</summary>
    public const int MaxDeputies = 50;

    /// <summary>Longest time that one deputy is set for, days.</summary>
    public const int MaxDays = 366;

    internal static void Check(RoundPeople people, Findings findings)
    {
        findings.Require(
            people.Deputies.Length <= MaxDeputies,
            "people.deputies",
            $"En runde har høyst {MaxDeputies} stedfortredere. Fjern dem som ikke trengs lenger.",
            $"A round has at most {MaxDeputies} deputies. Take away those that are no longer needed.");
        foreach (var (i, deputy) in people.Deputies.Index())
        {
            Check(people, deputy, $"people.deputies[{i}]", findings);
        }
    }

    private static void Check(RoundPeople people, Deputy deputy, string path, Findings findings)
    {
        if (people.NamedFor(deputy.Role) is not { } named)
        {
            findings.Add(
                $"{path}.role",
                $"«{deputy.Role}» er ikke en rolle som runder oppnevner folk i. Bruk en av: {string.Join(", ", Role.NamedInRounds)}.",
                $"\"{deputy.Role}\" is no role that rounds name people for. Use one of: {string.Join(", ", Role.NamedInRounds)}.");
            return;
        }

        findings.Require(
            !string.IsNullOrWhiteSpace(deputy.Subject) && deputy.Subject.Length <= PeopleRules.MaxSubjectLength,
            $"{path}.subject",
            "Oppgi stedfortrederens id (sub) slik den står i tokenet.",
            "State the deputy by the subject (sub) of its token.");
        findings.Require(
            named.Contains(deputy.For),
            $"{path}.for",
            $"«{deputy.For}» er ikke oppnevnt som {deputy.Role} i runden. En stedfortreder trer inn for en som er oppnevnt.",
            $"\"{deputy.For}\" is not named as {deputy.Role} in the round. A deputy stands in for somebody who is.");
        findings.Require(
            !named.Contains(deputy.Subject),
            $"{path}.subject",
            $"«{deputy.Subject}» er selv oppnevnt som {deputy.Role} og kan ikke være stedfortreder i samme rolle. Velg en annen.",
            $"\"{deputy.Subject}\" is named as {deputy.Role} itself and cannot be a deputy in the same role. Choose somebody else.");
        findings.Require(
            deputy.From <= deputy.Until && Period.DaysBetween(deputy.From, deputy.Until) < MaxDays,
            $"{path}.until",
            $"Siste dag skal ikke være før den første, og tiden høyst {MaxDays} dager. Rett datoene.",
            $"The last day must not come before the first, and the time be at most {MaxDays} days. Correct the dates.");
    }
}
