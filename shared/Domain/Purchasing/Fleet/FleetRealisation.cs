using System.Collections.Immutable;

namespace Samkjop.Purchasing.Fleet;

/// <param name="Replaced">New vehicles that have come while an old one's disposal is confirmed.</param>
/// <param name="Awaiting">New vehicles that have come while the old one's disposal is not confirmed yet.</param>
/// <param name="Growth">New vehicles that have come and replace none.</param>
public sealed record RealisedNeed(int Replaced, int Awaiting, int Growth)
{
    /// <summary>New vehicles that count as realised.</summary>
    public int Realised => Replaced + Growth;
}

/// <summary>
/// Shares what an agency has got of a lot among its needs there. A replacement is realised when the new vehicle is delivered and the old one's disposal is
/// confirmed (domain.md): such pairs come first. What came beyond them awaits disposals, and only what then remains is growth: nothing counts too early.
/// </summary>
internal static class FleetRealisation
{
    /// <summary>What each need has got, in the order of <paramref name="needs"/>; all of one agency and lot.</summary>
    public static ImmutableArray<RealisedNeed> Share(IReadOnlyList<FleetReplacement> needs, int accepted)
    {
        var left = accepted;
        var pairs = needs.Select(n => Take(Math.Min(n.Disposed, OldOf(n)))).ToList();
        var awaiting = needs.Select((n, i) => Take(OldOf(n) - pairs[i])).ToList();
        var growth = needs.Select(n => Take(n.Quantity - OldOf(n))).ToList();
        return [.. needs.Select((_, i) => new RealisedNeed(pairs[i], awaiting[i], growth[i]))];

        int Take(int wanted)
        {
            var taken = Math.Clamp(wanted, 0, left);
            left -= taken;
            return taken;
        }
    }

    private static int OldOf(FleetReplacement need) => Math.Min(need.Old?.Number ?? 0, need.Quantity);
}
