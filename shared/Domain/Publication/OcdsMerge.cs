using System.Collections.Frozen;
using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;
using Samkjop.Publication.Model;

namespace Samkjop.Publication;

/// <summary>
/// Merges the releases of one process as the standard says (OCDS 1.1.5, "Merging"): in the order of their dates; objects member by member; lists of objects
/// by their ids; other lists, and those that the schema says so of, whole; null takes a member away.
/// </summary>
public static class OcdsMerge
{
    /// <summary>Members that belong to a release and not to the process: <c>omitWhenMerged</c> in the schema.</summary>
    private static readonly FrozenSet<string> _ofTheRelease = FrozenSet.ToFrozenSet(["id", "date", "tag"], StringComparer.Ordinal);

    /// <summary>Lists of objects that are replaced whole: <c>wholeListMerge</c> in the schema, and those whose objects have no ids there.</summary>
    private static readonly FrozenSet<string> _wholeLists = FrozenSet.ToFrozenSet(["additionalClassifications", "additionalIdentifiers", "changes"], StringComparer.Ordinal);

    /// <summary>The releases in the order in which they are merged: by date, then id.</summary>
    public static IReadOnlyList<JsonObject> InOrder(IEnumerable<JsonObject> releases) =>
    [
        .. releases.OrderBy(DateOf).ThenBy(release => (string)release["id"]!, StringComparer.Ordinal),
    ];

    /// <summary>The present state of all members.</summary>
    /// <param name="releases">At least one; of one process, in any order, each with ocid, id, date and tag.</param>
    public static JsonObject Compile(IEnumerable<JsonObject> releases)
    {
        var ordered = InOrder(releases);
        var compiled = new JsonObject();
        foreach (var release in ordered)
        {
            Merge(compiled, Content(release));
        }

        var (ocid, date) = ((string)ordered[^1]["ocid"]!, (string)ordered[^1]["date"]!);
        compiled["ocid"] = ocid;
        compiled.Insert(1, "id", $"{ocid}-{date}");
        compiled.Insert(2, "date", date);
        compiled.Insert(3, "tag", new JsonArray(ReleaseTags.Compiled));
        return compiled;
    }

    /// <summary>The history of every member: in which release it got which value. Ids of listed objects have none.</summary>
    /// <param name="releases">As for <see cref="Compile"/>.</param>
    public static JsonObject Version(IEnumerable<JsonObject> releases)
    {
        var versioned = new JsonObject();
        foreach (var release in InOrder(releases))
        {
            versioned["ocid"] = (string)release["ocid"]!;
            var content = Content(release);
            content.Remove("ocid");
            Record(versioned, content, new Origin((string)release["id"]!, (string)release["date"]!, release["tag"]!));
        }

        return versioned;
    }

    private static Instant DateOf(JsonObject release) => OffsetDateTimePattern.ExtendedIso.Parse((string)release["date"]!).GetValueOrThrow().ToInstant();

    private static JsonObject Content(JsonObject release)
    {
        var content = release.DeepClone().AsObject();
        foreach (var name in _ofTheRelease)
        {
            content.Remove(name);
        }

        return content;
    }

    private static void Merge(JsonObject into, JsonObject from)
    {
        foreach (var (name, value) in from)
        {
            switch (value)
            {
                case null:
                    into.Remove(name);
                    break;
                case JsonObject { Count: 0 }:
                case JsonArray { Count: 0 }:
                    break;
                case JsonObject members:
                    Merge(ObjectAt(into, name), members);
                    break;
                case JsonArray items when IsMergedById(name, items):
                    foreach (var item in items.OfType<JsonObject>())
                    {
                        Merge(ItemAt(into, name, item), item);
                    }

                    break;
                default:
                    into[name] = value.DeepClone();
                    break;
            }
        }
    }

    private static void Record(JsonObject into, JsonObject from, Origin origin)
    {
        foreach (var (name, value) in from)
        {
            switch (value)
            {
                case JsonObject { Count: 0 }:
                case JsonArray { Count: 0 }:
                    break;
                case JsonObject members:
                    Record(ObjectAt(into, name), members, origin);
                    break;
                case JsonArray items when IsMergedById(name, items):
                    foreach (var item in items.OfType<JsonObject>())
                    {
                        var history = ItemAt(into, name, item);
                        var members = item.DeepClone().AsObject();
                        members.Remove("id");
                        Record(history, members, origin);
                    }

                    break;
                default:
                    Append(into, name, value, origin);
                    break;
            }
        }
    }

    private static void Append(JsonObject into, string name, JsonNode? value, Origin origin)
    {
        if (into[name] is not JsonArray versions)
        {
            into[name] = versions = [];
        }

        if (versions.Count == 0 || !JsonNode.DeepEquals(versions[^1]!["value"], value))
        {
            versions.Add(new JsonObject
            {
                ["releaseID"] = origin.ReleaseId,
                ["releaseDate"] = origin.Date,
                ["releaseTag"] = origin.Tag.DeepClone(),
                ["value"] = value?.DeepClone(),
            });
        }
    }

    private static bool IsMergedById(string name, JsonArray items) => !_wholeLists.Contains(name) && items.All(item => item is JsonObject);

    private static JsonObject ObjectAt(JsonObject into, string name)
    {
        if (into[name] is not JsonObject members)
        {
            into[name] = members = [];
        }

        return members;
    }

    /// <summary>The object of the list with the item's id; a new one where there is none, and always for an item without an id.</summary>
    private static JsonObject ItemAt(JsonObject into, string name, JsonObject item)
    {
        if (into[name] is not JsonArray list)
        {
            into[name] = list = [];
        }

        var id = item["id"];
        if (id is not null && list.OfType<JsonObject>().FirstOrDefault(other => other["id"] is { } known && known.ToString() == id.ToString()) is { } found)
        {
            return found;
        }

        var added = id is null ? new JsonObject() : new JsonObject { ["id"] = id.DeepClone() };
        list.Add(added);
        return added;
    }

    private sealed record Origin(string ReleaseId, string Date, JsonNode Tag);
}
