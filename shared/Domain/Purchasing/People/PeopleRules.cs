using System.Collections.Immutable;
using Samkjop.Decisions;
using Samkjop.People;

namespace Samkjop.Purchasing;

/// <summary>Separation of duties among the people named for a round.</summary>
public static class PeopleRules
{
    /// <summary>Fewest openers named when two different ones must approve: any two of at least three.</summary>
    public const int LeastOpeners = 3;

    /// <summary>Most people named for one duty.</summary>
    public const int MaxPeople = 50;

    /// <summary>Longest subject of a token, characters.</summary>
    public const int MaxSubjectLength = 200;

    internal static void Check(RoundPeople people, RoundSettings settings, Findings findings)
    {
        foreach (var role in Role.NamedInRounds)
        {
            Named(findings, $"people.{PathOf(role)}", people.NamedFor(role)!.Value);
        }

        findings.Require(
            !settings.TwoPersonOpening || people.Openers.Distinct(StringComparer.Ordinal).Count() >= LeastOpeners,
            "people.openers",
            $"To personer åpner tilbudene sammen, så minst {LeastOpeners} ulike åpnere skal oppnevnes. Oppnevn flere, eller slå av topersonsåpning.",
            $"Two people open the bids together, so at least {LeastOpeners} different openers must be named. Name more, or switch two-person opening off.");
        findings.Require(
            !settings.IndependentEvaluation || people.Evaluators.Distinct(StringComparer.Ordinal).Count() >= Independence.LeastEvaluators,
            "people.evaluators",
            $"Evaluererne bedømmer uavhengig av hverandre, så minst {Independence.LeastEvaluators} skal oppnevnes. Oppnevn flere, eller slå av uavhengig evaluering.",
            $"The evaluators judge independently, so at least {Independence.LeastEvaluators} must be named. Name more, or switch independent evaluation off.");
        DeputyRules.Check(people, findings);
        Apart(findings, people, Role.ProcurementOfficer, new Text("innkjøper", "a procurement officer"));
        Apart(findings, people, Role.Evaluator, new Text("evaluator", "an evaluator"));
    }

    /// <summary>The member of <see cref="RoundPeople"/> that holds a role, as JSON spells it.</summary>
    internal static string PathOf(string role) => role switch
    {
        Role.ProcurementOfficer => "procurementOfficers",
        Role.Opener => "openers",
        Role.Evaluator => "evaluators",
        Role.AwardDecider => "awardDeciders",
        _ => "contractManagers",
    };

    private static void Named(Findings findings, string path, ImmutableArray<string> subjects)
    {
        findings.Require(
            subjects.Length is >= 1 and <= MaxPeople && subjects.All(s => !string.IsNullOrWhiteSpace(s) && s.Length <= MaxSubjectLength),
            path,
            $"Oppnevn 1–{MaxPeople} personer, hver med id-en (sub) i sitt token.",
            $"Name 1–{MaxPeople} people, each by the subject (sub) of their token.");
        findings.Require(
            subjects.Distinct(StringComparer.Ordinal).Count() == subjects.Length,
            path,
            "En person står to ganger. La hver stå én gang.",
            "A person stands twice. Let each stand once.");
    }

    /// <summary>Deputies count whenever they stand in: who may evaluate in May does not decide in June.</summary>
    private static void Apart(Findings findings, RoundPeople people, string role, Text duty)
    {
        foreach (var both in people.EverActingAs(Role.AwardDecider).Where(decider => people.MayEverActAs(decider, role)))
        {
            findings.Add(
                "people.awardDeciders",
                $"«{both}» er både beslutningstaker og {duty.No}, oppnevnt eller som stedfortreder. Den som bestemmer tildelingen, skal ikke ha foreslått eller evaluert; oppnevn en annen.",
                $"\"{both}\" is both award decider and {duty.En}, named or as a deputy. Who decides an award neither proposes nor evaluates; name somebody else.");
        }
    }
}
