using System.Collections.Frozen;
using System.Text.Json;

namespace Samkjop.Purchasing.Fleet;

/// <summary>What fuels and classes are called in a sheet: as the register of vehicles says it, as people say it, and as the API does.</summary>
internal static class FleetNames
{
    public static IReadOnlyDictionary<string, Drivetrain> Fuels { get; } = Names<Drivetrain>(
        fuel => fuel.Name(),
        new("elektrisk", Drivetrain.BatteryElectric), new("el", Drivetrain.BatteryElectric), new("elektrisitet", Drivetrain.BatteryElectric),
        new("electric", Drivetrain.BatteryElectric), new("gasoline", Drivetrain.Petrol), new("biogass", Drivetrain.Gas), new("biodiesel", Drivetrain.Diesel));

    public static IReadOnlyDictionary<string, VehicleClass> Classes { get; } = Names<VehicleClass>(vehicleClass => vehicleClass.Name());

    private static FrozenDictionary<string, T> Names<T>(Func<T, Text> name, params IEnumerable<KeyValuePair<string, T>> more)
        where T : struct, Enum
    {
        var names = new Dictionary<string, T>(StringComparer.OrdinalIgnoreCase);
        foreach (var value in Enum.GetValues<T>())
        {
            var text = name(value);
            foreach (var known in new[] { text.No, text.En, JsonNamingPolicy.CamelCase.ConvertName(value.ToString()) })
            {
                names[known] = value;
            }
        }

        foreach (var (known, value) in more)
        {
            names[known] = value;
        }

        return names.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
