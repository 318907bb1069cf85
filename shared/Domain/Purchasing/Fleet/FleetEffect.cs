using System.Collections.Immutable;
using NodaTime;

namespace Samkjop.Purchasing.Fleet;

/// <summary>What a round changes in the municipality's fleet, as planned and as realised so far.</summary>
/// <param name="RoundId">The round.</param>
/// <param name="Agencies">Every agency that buys in the round, by id.</param>
/// <param name="Total">The sum over agencies with a baseline that counts; null when there is none.</param>
/// <param name="Progress">All agencies' vehicles, those without a baseline included.</param>
public sealed record FleetEffect(string RoundId, ImmutableArray<AgencyFleetEffect> Agencies, FleetComparison? Total, FleetProgress Progress);

/// <param name="AgencyId">The agency.</param>
/// <param name="Name">Its everyday name.</param>
/// <param name="BaselineDate">The day that its fleet was counted; null when no baseline counts.</param>
/// <param name="Comparison">Its fleet before, as planned and as realised; null without a baseline.</param>
/// <param name="Progress">Its vehicles in the round.</param>
/// <param name="Notes">What a reader must know to judge the numbers.</param>
public sealed record AgencyFleetEffect(
    string AgencyId, string Name, LocalDate? BaselineDate, FleetComparison? Comparison, FleetProgress Progress, ImmutableArray<Text> Notes);

/// <param name="Before">By the baseline.</param>
/// <param name="Planned">When everything that is planned has come and everything that is to go has gone.</param>
/// <param name="Realised">With what has come and gone so far.</param>
public sealed record FleetComparison(FleetCount Before, FleetCount Planned, FleetCount Realised)
{
    /// <summary>The sum of two.</summary>
    public static FleetComparison operator +(FleetComparison one, FleetComparison other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        return new FleetComparison(one.Before + other.Before, one.Planned + other.Planned, one.Realised + other.Realised);
    }

    /// <summary>The sum of two.</summary>
    public FleetComparison Add(FleetComparison other) => this + other;
}

/// <summary>Vehicles of a round, counted.</summary>
/// <param name="Planned">To be bought.</param>
/// <param name="PlannedReplacements">Of them such as replace an old one.</param>
/// <param name="Conditional">Beside those: subject to a loan that nobody has decided on, and so not planned.</param>
/// <param name="Accepted">Delivered and accepted.</param>
/// <param name="AwaitingDisposal">Of them such as replace an old one whose disposal is not confirmed.</param>
/// <param name="Realised">Accepted, and the old one's disposal confirmed where there is one.</param>
/// <param name="NotInBaseline">Old vehicles that are to go and that the baseline does not have.</param>
public sealed record FleetProgress(int Planned, int PlannedReplacements, int Conditional, int Accepted, int AwaitingDisposal, int Realised, int NotInBaseline)
{
    public static FleetProgress None { get; } = new(0, 0, 0, 0, 0, 0, 0);

    public static FleetProgress operator +(FleetProgress one, FleetProgress other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        return new FleetProgress(
            one.Planned + other.Planned, one.PlannedReplacements + other.PlannedReplacements, one.Conditional + other.Conditional, one.Accepted + other.Accepted,
            one.AwaitingDisposal + other.AwaitingDisposal, one.Realised + other.Realised, one.NotInBaseline + other.NotInBaseline);
    }

    /// <summary>The sum of two.</summary>
    public FleetProgress Add(FleetProgress other) => this + other;
}
