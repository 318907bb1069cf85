using System.Text.RegularExpressions;

namespace Samkjop;

/// <summary>Short ids that people choose and that stand in addresses and document ids.</summary>
public static partial class Slug
{
    /// <summary>What is wrong with an id of lower-case letters, digits and single hyphens, 2–40 characters; null when it is fine.</summary>
    public static Text? Problem(string id) => id.Length is >= 2 and <= 40 && Hyphenated().IsMatch(id)
        ? null
        : new Text(
            $"«{id}» kan ikke være id: bruk 2–40 tegn, små bokstaver a–z, sifre og enkle bindestreker.",
            $"\"{id}\" cannot be an id: use 2–40 characters, lower-case letters a–z, digits and single hyphens.");

    /// <summary>As <see cref="Problem"/> without hyphens, 2–20 characters: ids that are joined with hyphens to other ids.</summary>
    public static Text? PlainProblem(string id) => Plain().IsMatch(id)
        ? null
        : new Text(
            $"«{id}» kan ikke være id: bruk 2–20 tegn, små bokstaver a–z og sifre.",
            $"\"{id}\" cannot be an id: use 2–20 characters, lower-case letters a–z and digits.");

    /// <summary>
    /// What is wrong with a round's id, year and running number such as <c>2021-1</c>, with the agency between them for its own call-off (<c>2021-bym-1</c>); null when it
    /// is fine.
    /// </summary>
    public static Text? RoundProblem(string id) => Round().IsMatch(id)
        ? null
        : new Text(
            $"«{id}» kan ikke være en runde: bruk årstall og løpenummer, som 2021-1.",
            $"\"{id}\" cannot be a round: use year and running number, such as 2021-1.");

    [GeneratedRegex(@"^[a-z0-9]+(-[a-z0-9]+)*\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Hyphenated();

    [GeneratedRegex(@"^[a-z0-9]{2,20}\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Plain();

    [GeneratedRegex(@"^[0-9]{4}-([a-z0-9]{2,20}-)?[1-9][0-9]?\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Round();
}
