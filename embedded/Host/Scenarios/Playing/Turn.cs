using System.Collections.Immutable;
using System.Text.Json.Nodes;
using NodaTime;

namespace Samkjop.Host.Scenarios;

/// <summary>A step that is due.</summary>
/// <param name="Due">When.</param>
/// <param name="Path">Its place: number of the step, then of the item or of the step within its group, and so on.</param>
/// <param name="Step">The step.</param>
/// <param name="Local">Variables of the item that it is played for.</param>
/// <param name="Rest">The steps that follow it in its group.</param>
internal sealed record Turn(Instant Due, ImmutableArray<int> Path, Step Step, JsonObject Local, ImmutableArray<Step> Rest)
{
    /// <summary>By time, and at one time by place.</summary>
    public static IComparer<Turn> Order { get; } = Comparer<Turn>.Create(static (one, other) =>
    {
        var order = one.Due.CompareTo(other.Due);
        for (var i = 0; order == 0 && i < Math.Min(one.Path.Length, other.Path.Length); i++)
        {
            order = one.Path[i].CompareTo(other.Path[i]);
        }

        return order != 0 ? order : one.Path.Length.CompareTo(other.Path.Length);
    });

    /// <summary>The place as text, such as <c>12.3.1</c>: the same each time the file is played.</summary>
    public string Key => string.Join('.', Path);

    /// <summary>The first of a group's steps.</summary>
    public static Turn First(Instant now, ImmutableArray<int> path, IReadOnlyList<Step> steps, JsonObject local) =>
        new(After(now, steps[0]), path.Add(0), steps[0], local, [.. steps.Skip(1)]);

    /// <summary>The step that follows in the group; null after the last.</summary>
    public Turn? Next() => Rest.IsEmpty ? null : this with { Due = After(Due, Rest[0]), Path = Path.SetItem(Path.Length - 1, Path[^1] + 1), Step = Rest[0], Rest = Rest.RemoveAt(0) };

    /// <summary>The same step for one item of its list, counted from 1.</summary>
    public Turn ForItem(int number, JsonNode? item, Repetition each)
    {
        var local = (JsonObject)Local.DeepClone();
        local[each.Variable] = item?.DeepClone();
        var due = Due;
        for (var i = 1; each.Every is not null && i < number; i++)
        {
            due = each.InOfficeHours ? OfficeHours.After(due, each.Every.ToDuration()) : Clock.After(due, each.Every);
        }

        return new Turn(due, Path.Add(number), Step with { ForEach = null }, local, []);
    }

    private static Instant After(Instant now, Step step) => step.After is { } after ? Clock.After(now, after) : now;
}
