using System.Collections.Immutable;
using Samkjop.People;

namespace Samkjop.Purchasing.Calendars;

/// <summary>Who sees which entries of a round's calendar.</summary>
public static class CalendarAudience
{
    /// <summary>Everybody of the municipality.</summary>
    public const string Municipality = "municipality";

    /// <summary>Those who run rounds.</summary>
    public const string Running = "running";

    /// <summary>Those who run an agency's own call-offs.</summary>
    public static string RunningFor(string agencyId) => $"running:{agencyId}";

    /// <summary>One agency's people.</summary>
    public static string Agency(string agencyId) => $"agency:{agencyId}";

    /// <summary>One supplier's people and systems.</summary>
    public static string Supplier(string supplierId) => $"supplier:{supplierId}";

    /// <summary>The audience in an agency's own call-off: what all would see is the agency's, and its own people run it.</summary>
    public static ImmutableArray<string> Of(CallOff? callOff, ImmutableArray<string> audience) => callOff is null
        ? audience
        : [.. audience.SelectMany<string, string>(tag => tag switch
        {
            Municipality => [Agency(callOff.AgencyId), Running],
            Running => [Running, RunningFor(callOff.AgencyId)],
            _ => [tag],
        }).Distinct(StringComparer.Ordinal)];

    /// <summary>What a caller sees: a supplier only what is its own, whatever other roles its token claims.</summary>
    public static ImmutableSortedSet<string> TagsOf(Caller caller)
    {
        ArgumentNullException.ThrowIfNull(caller);
        if (caller.SupplierId is { } supplier)
        {
            return [Supplier(supplier)];
        }

        var tags = ImmutableSortedSet.CreateBuilder<string>(StringComparer.Ordinal);
        if (RoundAccess.IsStaff(caller))
        {
            tags.Add(Municipality);
        }

        if (RoundAccess.RunsRounds(caller))
        {
            tags.Add(Running);
        }

        if (caller.AgencyId is { } agency)
        {
            tags.Add(Agency(agency));
            if (RoundAccess.RunningRounds.Any(caller.Has))
            {
                tags.Add(RunningFor(agency));
            }
        }

        return tags.ToImmutable();
    }
}
