using System.Text.Json.Nodes;
using NodaTime;

namespace Samkjop.Host.Scenarios;

/// <summary>A scenario file, read and found without fault: people, suppliers and timed steps. It holds inputs, never outcomes.</summary>
public sealed record Scenario
{
    /// <summary>Kebab-case name; names the folder of its rehearsals and leads its Idempotency-Keys.</summary>
    public required string Name { get; init; }

    public required Text Title { get; init; }

    /// <summary>When the virtual clock starts.</summary>
    public required Instant Starts { get; init; }

    /// <summary>How far the clock goes after the last step, for what is still on its way.</summary>
    public required Period Runs { get; init; }

    /// <summary>The rounds whose events are told, at least one. Where there are several, each line says which after the first.</summary>
    public required IReadOnlyList<string> RoundIds { get; init; }

    /// <summary>Agencies by id, with the name that the timeline says.</summary>
    public required IReadOnlyDictionary<string, string> Agencies { get; init; }

    public required IReadOnlyDictionary<string, ScenarioSupplier> Suppliers { get; init; }

    public required IReadOnlyDictionary<string, ScenarioPerson> People { get; init; }

    /// <summary>What steps refer to as <c>${name}</c>.</summary>
    public required JsonObject Values { get; init; }

    /// <summary>In the order of their times.</summary>
    public required IReadOnlyList<Step> Steps { get; init; }

    /// <summary>Hash of the file, lower-case hexadecimal: a rehearsal is only resumed with the same file.</summary>
    public required string Sha256 { get; init; }
}

/// <param name="Id">The subject of the person's tokens.</param>
/// <param name="Name">As the timeline says it.</param>
/// <param name="Roles">Of <see cref="People.Role"/>.</param>
/// <param name="Agency">The agency that the person acts for; null for others.</param>
/// <param name="Supplier">The supplier that the person or system acts for; null for others.</param>
public sealed record ScenarioPerson(string Id, string Name, IReadOnlyList<string> Roles, string? Agency, string? Supplier);

/// <param name="Id">The supplier's id.</param>
/// <param name="Name">As the timeline says it.</param>
/// <param name="OnOrder">What the supplier and the agency do with each order that the supplier gets; <c>${order}</c> is the order.</param>
public sealed record ScenarioSupplier(string Id, string Name, IReadOnlyList<Step> OnOrder);
