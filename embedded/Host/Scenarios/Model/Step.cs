using System.Text.Json.Nodes;
using NodaTime;

namespace Samkjop.Host.Scenarios;

/// <summary>One thing that happens at a time.</summary>
public sealed record Step
{
    /// <summary>Where it stands in the file, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>Its name in the file, or the like of "step 12".</summary>
    public required string Name { get; init; }

    /// <summary>When, for steps of the file's own list; null within a group, where <see cref="After"/> says.</summary>
    public Instant? At { get; init; }

    /// <summary>How long after the step before it in its group.</summary>
    public Period? After { get; init; }

    /// <summary>Plays the step only if it holds; null: always.</summary>
    public Condition? If { get; init; }

    /// <summary>Plays the step once for each item of a list; null: once.</summary>
    public Repetition? ForEach { get; init; }

    public required StepAction Action { get; init; }
}

/// <param name="Variable">What the item is called within the step.</param>
/// <param name="Items">A list, or text that stands for one.</param>
/// <param name="Every">Time from one item to the next; null for none.</param>
/// <param name="InOfficeHours">Whether that time passes on working days from 08:00 to 16:00 only.</param>
public sealed record Repetition(string Variable, JsonNode Items, Period? Every, bool InOfficeHours);

/// <summary>Two texts compared, as numbers where both are.</summary>
/// <param name="Left">May hold <c>${…}</c>.</param>
/// <param name="Operator">One of <c>==</c>, <c>!=</c>, <c>&lt;</c>, <c>&gt;</c>.</param>
/// <param name="Right">May hold <c>${…}</c>.</param>
public sealed record Condition(string Left, string Operator, string Right);
