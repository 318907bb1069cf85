using System.Collections.Immutable;

namespace Samkjop.Purchasing.Fleet;

/// <summary>
/// A baseline from which vehicles are taken. A need says what it replaces in words of its own; here the vehicles of the baseline that fit best are found,
/// so that nobody takes away more than there was: same fuel always, then the same class, then the nearest age, the older first.
/// </summary>
internal sealed class FleetStock(ImmutableArray<FleetLine> lines)
{
    private readonly int[] _left = [.. lines.Select(line => line.Number)];

    /// <summary>Takes as many as there are, at most so many as are asked for, the best fitting first.</summary>
    public IReadOnlyList<(FleetLine Line, int Number)> Take(OldVehicles old, VehicleClass vehicleClass)
    {
        var taken = new List<(FleetLine, int)>();
        var missing = old.Number;
        foreach (var place in Enumerable.Range(0, lines.Length)
            .Where(i => lines[i].Fuel == old.Fuel)
            .OrderBy(i => lines[i].VehicleClass is { } known ? known == vehicleClass ? 0 : 2 : 1)
            .ThenBy(i => Math.Abs(lines[i].AgeYears - old.AgeYears))
            .ThenByDescending(i => lines[i].AgeYears)
            .ThenBy(i => i))
        {
            var number = Math.Min(missing, _left[place]);
            if (number > 0)
            {
                taken.Add((lines[place], number));
                _left[place] -= number;
                missing -= number;
            }
        }

        return taken;
    }
}
