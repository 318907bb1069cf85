using System.Text.RegularExpressions;
using NodaTime;
using Samkjop.Decisions;

namespace Samkjop.People;

/// <summary>What an entry in the register of names must satisfy, and how it is erased.</summary>
public static partial class PersonRules
{
    public const int MaxLength = 200;

    /// <summary>Longest reason of an erasure, characters.</summary>
    public const int MaxReasonLength = 500;

    /// <summary>Why the entry is refused; null when it is fine.</summary>
    /// <param name="person">As it shall be.</param>
    /// <param name="existing">As it is; null when there is none.</param>
    public static Refusal? Check(Person person, Person? existing)
    {
        ArgumentNullException.ThrowIfNull(person);
        if (existing?.ErasedAt is not null)
        {
            return Refusal.Conflict(
                "name-erased",
                "Navnet er slettet og føres ikke inn igjen. Ingenting er endret; kommer personen tilbake, får hun en ny id.",
                "The name was erased and is not entered again. Nothing was changed; a person who comes back gets a new id.");
        }

        var findings = new Findings();
        findings.Require(
            !string.IsNullOrWhiteSpace(person.Name) && person.Name.Length <= MaxLength, "name",
            $"Navnet skal ha 1–{MaxLength} tegn.", $"The name must have 1–{MaxLength} characters.");
        findings.Require(
            person.Mail is null || (person.Mail.Length <= MaxLength && MailAddress().IsMatch(person.Mail)), "mail",
            "E-postadressen er ikke gyldig. Rett den, eller utelat den.", "The mail address is not valid. Correct it, or leave it out.");
        return findings.ToRefusal("invalid-person");
    }

    /// <summary>The entry without name and address; what it was stays nowhere. Null when it was erased before.</summary>
    public static Person? Erase(Person person, Instant now)
    {
        ArgumentNullException.ThrowIfNull(person);
        return person.ErasedAt is null ? person with { Name = null, Mail = null, ErasedAt = now } : null;
    }

    /// <summary>Why the reason is refused; null when it is fine.</summary>
    public static Refusal? CheckReason(string reason)
    {
        var findings = new Findings();
        findings.Require(
            !string.IsNullOrWhiteSpace(reason) && reason.Length <= MaxReasonLength, "reason",
            $"Begrunnelsen skal ha 1–{MaxReasonLength} tegn.", $"The reason must have 1–{MaxReasonLength} characters.");
        return findings.ToRefusal("invalid-erasure");
    }

    [GeneratedRegex(@"^[^@\s]+@[^@\s]+\.[^@\s]+\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MailAddress();
}
