using Samkjop.Decisions;

namespace Samkjop.Purchasing;

/// <summary>What an adjustment must satisfy, whatever the lots.</summary>
internal static class LotAdjustmentRules
{
    public static Refusal? Check(Round round, PurchasingSystem system, AdjustLots command)
    {
        var findings = new Findings();
        findings.Require(
            !string.IsNullOrWhiteSpace(command.Reason) && command.Reason.Length <= LotAdjusting.MaxReasonLength,
            "reason",
            $"Begrunn endringen med 1–{LotAdjusting.MaxReasonLength} tegn.",
            $"Give the reason of the change in 1–{LotAdjusting.MaxReasonLength} characters.");
        findings.Require(
            round.LotAdjustments.Length < LotAdjusting.MaxAdjustments,
            "kind",
            $"Runden har allerede {LotAdjusting.MaxAdjustments} endringer av delkontrakter, som er det meste.",
            $"The round has {LotAdjusting.MaxAdjustments} adjustments of its lots already, which is the most.");
        findings.Require(
            round.LotAdjustments.Sum(made => made.NeedIds.Length) + command.NeedIds.Length <= LotAdjusting.MaxNamedNeeds,
            "needIds",
            $"Endringene nevner til sammen mer enn {LotAdjusting.MaxNamedNeeds} behov. Slå heller sammen hele delkontrakter.",
            $"The adjustments name more than {LotAdjusting.MaxNamedNeeds} needs together. Merge whole lots instead.");
        if (command.Kind is LotAdjustmentKind.Require)
        {
            CheckRequirements(system, command, findings);
        }

        return findings.ToRefusal("invalid-lot-adjustment");
    }

    private static void CheckRequirements(PurchasingSystem system, AdjustLots command, Findings findings)
    {
        if (command.Requirements is { } requirements)
        {
            foreach (var problem in requirements.Problems())
            {
                findings.Add("requirements", problem);
            }

            findings.Require(
                requirements.ZeroEmission || !system.ZeroEmissionRequired,
                "requirements.zeroEmission",
                $"{system.Name.No} krever nullutslipp. Behold kravet.",
                $"{system.Name.En} demands zero emission. Keep the requirement.");
        }

        if (command.Title is { } title)
        {
            findings.Add("title", PurchasingSystemRules.TextProblem(title, LotAdjusting.MaxTitleLength));
            if ((MakesAndModels.FirstIn(title.No) ?? MakesAndModels.FirstIn(title.En)) is { } make)
            {
                findings.Add(
                    "title",
                    $"«{make}» er et merke eller en modell. Beskriv delkontrakten funksjonelt (FOA § 15-1).",
                    $"\"{make}\" is a make or model. Describe the lot functionally (FOA § 15-1).");
            }
        }
    }
}
