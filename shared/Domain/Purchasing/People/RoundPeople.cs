using System.Collections.Immutable;
using NodaTime;
using Samkjop.People;

namespace Samkjop.Purchasing;

/// <summary>
/// The people named for a round, by the subject of their tokens. A role in a token is necessary, being named here is too.
/// The decider is neither an evaluator nor an officer of the round.
/// </summary>
public sealed record RoundPeople(
    ImmutableArray<string> ProcurementOfficers,
    ImmutableArray<string> Openers,
    ImmutableArray<string> Evaluators,
    ImmutableArray<string> AwardDeciders,
    ImmutableArray<string> ContractManagers)
{
    /// <summary>Who stands in for whom and when, at most <see cref="DeputyRules.MaxDeputies"/>.</summary>
    public ImmutableArray<Deputy> Deputies { get; init; } = [];

    /// <summary>Those named for the role in their own right; null for a role that a round names nobody for.</summary>
    public ImmutableArray<string>? NamedFor(string role) => role switch
    {
        Role.ProcurementOfficer => ProcurementOfficers,
        Role.Opener => Openers,
        Role.Evaluator => Evaluators,
        Role.AwardDecider => AwardDeciders,
        Role.ContractManager => ContractManagers,
        _ => null,
    };

    /// <summary>The named people whose place the subject takes in the role on the day, in order; itself alone where it is named; empty where it may not act.</summary>
    /// <param name="subject">Who would act.</param>
    /// <param name="role">A role that rounds name people for.</param>
    /// <param name="today">The local day, Europe/Oslo.</param>
    public ImmutableArray<string> PlacesOf(string subject, string role, LocalDate today) => NamedFor(role)?.Contains(subject) is true
        ? [subject]
        : [.. Deputies.Where(d => d.Subject == subject && d.Role == role && d.Covers(today)).Select(d => d.For).Distinct(StringComparer.Ordinal)];

    /// <summary>Whether the subject acts in the role on some day: named, or a deputy whenever.</summary>
    public bool MayEverActAs(string subject, string role) =>
        NamedFor(role)?.Contains(subject) is true || Deputies.Any(d => d.Subject == subject && d.Role == role);

    /// <summary>Whether both name the same people, in the same order.</summary>
    public bool HasSameAs(RoundPeople other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Role.NamedInRounds.All(role => NamedFor(role)!.Value.SequenceEqual(other.NamedFor(role)!.Value)) && Deputies.SequenceEqual(other.Deputies);
    }

    /// <summary>Everybody who acts in the role on some day, those named first.</summary>
    public ImmutableArray<string> EverActingAs(string role) =>
        [.. (NamedFor(role) ?? []).Concat(Deputies.Where(d => d.Role == role).Select(d => d.Subject)).Distinct(StringComparer.Ordinal)];
}
