using System.Text.Json;
using Samkjop.Tests.Publication;

namespace Samkjop.Tests.Host.Publication;

/// <summary>What anybody can read of a round while it goes on: all that is public by then, and nothing else.</summary>
public sealed class PublicationTests(PublishedRound played) : IClassFixture<PublishedRound>
{
    /// <summary>Prices and ceilings, people, a supplier that was not admitted, models and needs.</summary>
    private static readonly string[] _never =
    [
        "402000", "420000", "610000", "400000", "2814000", "kari", "ola", "pia", "andre", "eva", "direktor", "user-[a-z]+", "utenfor", "914778271", "Peugeot", "need-[0-9a-f]+",
    ];

    [Fact]
    public void A_round_is_told_from_planning_to_implementation()
    {
        var tags = Releases(PublishedRound.Delivered).Where(IsOfRound).Select(release => release.GetProperty("tag")[0].GetString()!).Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(
            ["award", "awardUpdate", "contract", "contractTermination", "implementation", "implementationUpdate", "planning", "tender", "tenderUpdate"], tags);
    }

    [Fact]
    public void The_round_belongs_to_the_process_of_its_purchasing_system()
    {
        var related = Releases(PublishedRound.Planned).Single(IsOfRound).GetProperty("relatedProcesses")[0];
        var system = Assert.Single(Releases(PublishedRound.Planned), release => !IsOfRound(release));

        Assert.Equal("framework", related.GetProperty("relationship")[0].GetString());
        Assert.Equal(system.GetProperty("ocid").GetString(), related.GetProperty("identifier").GetString());
        Assert.True(system.GetProperty("tender").GetProperty("techniques").GetProperty("hasDynamicPurchasingSystem").GetBoolean());
    }

    [Fact]
    public void No_prices_ceilings_losers_or_people_are_ever_told() => Assert.All(played.Snapshots.Index(), snapshot => Assert.All(
        _never, secret => Assert.DoesNotMatch($"[\": ]{secret}[\",.}} ]", string.Concat(snapshot.Item))));

    [Fact]
    public void How_many_have_bid_is_told_once_the_bids_are_open_and_not_before()
    {
        Assert.All(played.Snapshots.Take(PublishedRound.Opened), snapshot => Assert.DoesNotContain("numberOfTenderers", string.Concat(snapshot), StringComparison.Ordinal));
        Assert.Contains("\"numberOfTenderers\":2", string.Concat(played.Snapshots[PublishedRound.Opened]), StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_is_named_before_the_letters_are_sent_and_the_losers_never()
    {
        Assert.All(played.Snapshots.Take(PublishedRound.LettersSent), snapshot => Assert.DoesNotMatch("bilco|volt|974760673|923609016", string.Concat(snapshot)));
        var winners = Releases(PublishedRound.LettersSent)
            .Where(release => release.TryGetProperty("awards", out var awards) && awards[0].TryGetProperty("suppliers", out _))
            .Select(release => release.GetProperty("awards")[0].GetProperty("suppliers")[0].GetProperty("id").GetString()!).ToHashSet();
        var losers = (string[])["974760673", "923609016"];
        Assert.All(losers.Where(number => !winners.Contains($"NO-BRC-{number}")), number => Assert.DoesNotContain(number, Everything, StringComparison.Ordinal));
        Assert.NotEmpty(winners);
    }

    [Fact]
    public void The_value_of_a_contract_is_told_once_both_have_signed_and_not_before()
    {
        Assert.All(played.Snapshots.Take(PublishedRound.BothSigned), snapshot => Assert.DoesNotContain("amount", string.Concat(snapshot), StringComparison.Ordinal));
        Assert.Contains("\"currency\":\"NOK\"", string.Concat(played.Snapshots[PublishedRound.BothSigned]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_release_is_published_once_and_never_changed()
    {
        for (var step = 1; step < played.Snapshots.Count; step++)
        {
            var (before, after) = (ById(step - 1), ById(step));
            Assert.All(before, release => Assert.Equal(release.Value, after[release.Key]));
        }

        var final = Releases(PublishedRound.Delivered);
        Assert.Equal(2, final.Count(release => release.GetProperty("tag")[0].GetString() == "contract"));
        Assert.Equal(final.Select(KeyOf).Order(), PublishedRound.ReleasesOf(played.SmallPages).Select(KeyOf).Order());
        Assert.True(played.SmallPages.Count > 3);
    }

    [Fact]
    public void Nothing_awaits_publication_when_the_round_has_ended() =>
        Assert.Equal(["complete", "terminated", "met"], (string[])[Compiled("tender", "status"), Compiled("contracts", 0, "status"), Compiled("contracts", 0, "implementation", "milestones", 0, "status")]);

    [Fact]
    public async Task Every_package_is_valid_by_the_schemas()
    {
        OcdsSchemas.Require();
        var (releases, records) = (await OcdsSchemas.ReleasePackageAsync(), await OcdsSchemas.RecordPackageAsync());
        foreach (var package in played.SmallPages.Concat(played.Snapshots.SelectMany(snapshot => snapshot)).Distinct())
        {
            Assert.Equal("", OcdsSchemas.ProblemsOf(package.Contains("\"records\":", StringComparison.Ordinal) ? records : releases, package));
        }
    }

    private string Everything => string.Concat(played.Snapshots.SelectMany(snapshot => snapshot));

    private List<JsonElement> Releases(int step) => PublishedRound.ReleasesOf(played.Snapshots[step]);

    private Dictionary<string, string> ById(int step) => Releases(step).ToDictionary(KeyOf, release => release.GetRawText(), StringComparer.Ordinal);

    private string Compiled(params object[] path)
    {
        var record = played.Snapshots[PublishedRound.Delivered].Single(text => text.Contains("\"records\":[{\"ocid\":\"ocds-213czf-round-", StringComparison.Ordinal));
        var element = JsonDocument.Parse(record).RootElement.GetProperty("records")[0].GetProperty("compiledRelease");
        return path.Aggregate(element, (at, part) => part is int index ? at[index] : at.GetProperty((string)part)).GetString()!;
    }

    private static string KeyOf(JsonElement release) => $"{release.GetProperty("ocid").GetString()} {release.GetProperty("id").GetString()}";

    private static bool IsOfRound(JsonElement release) => release.GetProperty("ocid").GetString()!.Contains("-round-", StringComparison.Ordinal);
}
