using System.Text.Json.Nodes;
using NodaTime;
using Samkjop.Host.Scenarios;

namespace Samkjop.Tests.Host.Scenarios;

public sealed class ScenarioReaderTests
{
    private readonly Scenario _sound = ScenarioReader.Read(ScenarioTexts.Sound, "small.yaml");

    [Fact]
    public void A_sound_file_becomes_people_suppliers_and_steps()
    {
        Assert.Equal("small", _sound.Name);
        Assert.Equal(["ingrid", "selma"], _sound.People.Keys);
        Assert.Equal("fjordbil", _sound.People["selma"].Supplier);
        Assert.Equal(3, _sound.Steps.Count);
        Assert.Single(_sound.Suppliers["fjordbil"].OnOrder);
    }

    [Fact]
    public void Times_are_local_in_Oslo_and_days_are_counted_by_the_calendar_also_over_the_change_to_summer_time()
    {
        var steps = ScenarioReader.Read(ScenarioTexts.Sound.Replace("begin + P2D", "begin + P4D", StringComparison.Ordinal).Replace("2021-03-27", "2021-03-29", StringComparison.Ordinal), "small.yaml").Steps;

        Assert.Equal(Instant.FromUtc(2021, 3, 24, 8, 0), steps[0].At);
        Assert.Equal(Instant.FromUtc(2021, 3, 28, 7, 0), steps[1].At);
    }

    [Fact]
    public void Plain_numbers_stay_numbers_and_quoted_ones_stay_text()
    {
        var yaml = ScenarioTexts.Sound.Replace("quantity: 2 }", "quantity: 2, price: 1.50, org: \"912345678\", open: true, gone: null }", StringComparison.Ordinal);

        var car = ScenarioReader.Read(yaml, "small.yaml").Values["cars"]![0]!;

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""{"quantity":2,"price":1.50,"org":"912345678","open":true,"gone":null}"""), car));
    }

    [Fact]
    public void An_anchor_can_be_used_again()
    {
        var yaml = ScenarioTexts.Sound
            .Replace("onOrder:", "onOrder: &shared", StringComparison.Ordinal)
            .Replace("people:", "  oslobil: { name: Oslobil AS, onOrder: *shared }\npeople:", StringComparison.Ordinal);

        Assert.Single(ScenarioReader.Read(yaml, "small.yaml").Suppliers["oslobil"].OnOrder);
    }

    [Fact]
    public void The_hash_follows_the_text()
    {
        Assert.NotEqual(_sound.Sha256, ScenarioReader.Read(ScenarioTexts.Sound + "\n", "small.yaml").Sha256);
        Assert.Equal(_sound.Sha256, ScenarioReader.Read(ScenarioTexts.Sound, "other.yaml").Sha256);
    }
}
