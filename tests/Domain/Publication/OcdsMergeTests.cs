using System.Text.Json.Nodes;
using CsCheck;
using Samkjop.Publication;

namespace Samkjop.Tests.Domain.Publication;

/// <summary>The merging rules of OCDS 1.1.5, case by case and by properties.</summary>
public sealed class OcdsMergeTests
{
    [Fact]
    public void A_later_release_replaces_members_adds_others_and_leaves_the_rest() => Compiles(
        """{"tender":{"id":"t","title":"new","status":"active","tenderPeriod":{"startDate":"a","endDate":"c"}}}""",
        """{"tender":{"id":"t","title":"old","tenderPeriod":{"startDate":"a","endDate":"b"}}}""",
        """{"tender":{"id":"t","title":"new","status":"active","tenderPeriod":{"endDate":"c"}}}""");

    [Fact]
    public void Objects_in_a_list_are_merged_by_id_in_the_order_they_came() => Compiles(
        """{"awards":[{"id":"1","status":"active","title":"one"},{"id":"2","status":"pending"},{"id":"3"}]}""",
        """{"awards":[{"id":"1","status":"pending","title":"one"},{"id":"2","status":"pending"}]}""",
        """{"awards":[{"id":"3"},{"id":"1","status":"active"}]}""");

    [Fact]
    public void Objects_without_an_id_are_added() => Compiles(
        """{"list":[{"a":1},{"a":1}]}""",
        """{"list":[{"a":1}]}""",
        """{"list":[{"a":1}]}""");

    [Fact]
    public void Other_lists_are_replaced_whole() => Compiles(
        """{"tender":{"submissionMethod":["inPerson"]}}""",
        """{"tender":{"submissionMethod":["electronicSubmission","written"]}}""",
        """{"tender":{"submissionMethod":["inPerson"]}}""");

    [Theory]
    [InlineData("additionalClassifications")]
    [InlineData("additionalIdentifiers")]
    [InlineData("changes")]
    public void Lists_that_the_schema_says_so_of_are_replaced_whole_although_their_objects_have_ids(string name) => Compiles(
        $$"""{"{{name}}":[{"id":"2"}]}""",
        $$"""{"{{name}}":[{"id":"1"},{"id":"2"}]}""",
        $$"""{"{{name}}":[{"id":"2"}]}""");

    [Fact]
    public void Null_takes_a_member_away_and_what_is_empty_says_nothing() => Compiles(
        """{"tender":{"id":"t"},"awards":[{"id":"1"}]}""",
        """{"tender":{"id":"t","title":"old"},"awards":[{"id":"1"}]}""",
        """{"tender":{"title":null},"awards":[],"buyer":{}}""");

    [Fact]
    public void A_compiled_release_has_the_date_of_the_last_and_a_tag_and_an_id_of_its_own()
    {
        var compiled = OcdsMerge.Compile([Release(2, "{}"), Release(1, "{}")]);

        Assert.Equal("""{"ocid":"ocds-213czf-x","id":"ocds-213czf-x-2021-05-02T10:00:00Z","date":"2021-05-02T10:00:00Z","tag":["compiled"]}""", compiled.ToJsonString());
    }

    [Fact]
    public void Parts_of_a_second_count_in_the_order_of_dates()
    {
        var later = Release(1, """{"language":"nb"}""");
        later["date"] = "2021-05-01T10:00:00.25Z";

        Assert.Equal("nb", (string?)OcdsMerge.Compile([later, Release(1, """{"language":"en"}""")])["language"]);
    }

    [Fact]
    public void A_versioned_release_tells_in_which_release_a_member_got_each_of_its_values_and_ids_of_listed_objects_plainly()
    {
        var versioned = OcdsMerge.Version(
        [
            Release(1, """{"tender":{"id":"t","title":"old"},"awards":[{"id":"1","status":"pending"}]}"""),
            Release(2, """{"tender":{"id":"t","title":"new"},"awards":[{"id":"1","status":"pending"}]}"""),
        ]);

        Assert.Equal(
            """{"releaseID":"1","releaseDate":"2021-05-01T10:00:00Z","releaseTag":["tender"],"value":"old"}|{"releaseID":"2","releaseDate":"2021-05-02T10:00:00Z","releaseTag":["tender"],"value":"new"}""",
            string.Join('|', versioned["tender"]!["title"]!.AsArray().Select(version => version!.ToJsonString())));
        Assert.Single(versioned["tender"]!["id"]!.AsArray());
        Assert.Equal("1", (string?)versioned["awards"]![0]!["id"]);
        Assert.Single(versioned["awards"]![0]!["status"]!.AsArray());
        Assert.Null(versioned["id"] ?? versioned["date"] ?? versioned["tag"]);
    }

    [Fact]
    public void The_order_in_which_releases_are_read_changes_nothing() => SomeReleases.Sample(releases =>
    {
        var (once, again) = (releases.Select(Copy), releases.Reverse().Select(Copy));
        Assert.Equal(OcdsMerge.Compile(once).ToJsonString(), OcdsMerge.Compile(again).ToJsonString());
    });

    [Fact]
    public void Releases_may_be_merged_one_after_the_other_into_what_the_earlier_ones_came_to() => SomeReleases.Where(releases => releases.Length > 1).Sample(releases =>
    {
        var last = OcdsMerge.InOrder(releases)[^1];
        var others = releases.Where(release => !ReferenceEquals(release, last)).Select(Copy).ToList();
        var earlier = OcdsMerge.Compile(others);
        Assert.True(JsonNode.DeepEquals(OcdsMerge.Compile(releases.Select(Copy)), OcdsMerge.Compile([earlier, Copy(last)])));
    });

    [Fact]
    public void The_last_version_of_every_member_is_what_the_compiled_release_says() => SomeReleases.Sample(releases =>
    {
        var compiled = OcdsMerge.Compile(releases.Select(Copy));
        foreach (var name in (string[])["id", "date", "tag"])
        {
            compiled.Remove(name);
        }

        Assert.True(JsonNode.DeepEquals(compiled, Latest(OcdsMerge.Version(releases.Select(Copy)))));
    });

    private static Gen<JsonObject[]> SomeReleases { get; } =
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, 3], Gen.Bool, Gen.Int[0, 3]).Array[1, 6].Select(drawn => drawn.Select((parts, i) => Release(i + 1, $$"""
            {"tender":{"id":"t","title":"title {{parts.Item1}}"{{(parts.Item3 ? ",\"status\":\"active\"" : "")}}},
             "parties":[{{string.Join(',', Enumerable.Range(0, parts.Item2).Select(n => $$"""{"id":"{{n}}","roles":["role {{parts.Item1}}"],"identifier":{"id":"{{i}}"} }"""))}}],
             "language":"{{parts.Item4}}"}
            """)).ToArray());

    private static void Compiles(string expected, params string[] contents)
    {
        var compiled = OcdsMerge.Compile(contents.Select((content, i) => Release(i + 1, content)));
        foreach (var name in (string[])["ocid", "id", "date", "tag"])
        {
            compiled.Remove(name);
        }

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), compiled), compiled.ToJsonString());
    }

    private static JsonObject Release(int day, string content)
    {
        var release = JsonNode.Parse(content)!.AsObject();
        (release["ocid"], release["id"], release["date"], release["tag"]) = ("ocds-213czf-x", $"{day}", $"2021-05-{day:D2}T10:00:00Z", new JsonArray("tender"));
        return release;
    }

    private static JsonObject Copy(JsonObject release) => release.DeepClone().AsObject();

    /// <summary>A versioned release with each history replaced by its last value.</summary>
    private static JsonNode? Latest(JsonNode? node) => node switch
    {
        JsonArray { Count: > 0 } list when list.All(item => item is JsonObject o && o.ContainsKey("releaseID")) => list[^1]!["value"]?.DeepClone(),
        JsonArray list => new JsonArray([.. list.Select(Latest)]),
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, Latest(member.Value)))),
        _ => node?.DeepClone(),
    };
}
