using System.Text.Json.Nodes;
using NodaTime;
using Samkjop.Calendar;
using Samkjop.Host.Scenarios;

namespace Samkjop.Tests.Host.Scenarios;

/// <summary>What <c>${…}</c> becomes, and how time passes between items.</summary>
public sealed class PlaceholderTests
{
    private readonly Variables _variables = new((JsonObject)JsonNode.Parse("""{"price":{"small":214900.5},"kind":"small","cars":[{"n":5},{"n":1}],"round":"2021-1"}""")!);

    [Theory]
    [InlineData("round ${round}", "round 2021-1")]
    [InlineData("${price.${kind}}", "214900.5")]
    [InlineData("${price.small | money}", "214 900.5")]
    [InlineData("${cars | count} kinds", "2 kinds")]
    [InlineData("${cars.0.n | half} and ${cars.0.n | rest}", "2 and 3")]
    [InlineData("no placeholder }", "no placeholder }")]
    public void A_text_has_them_replaced(string template, string text) => Assert.Equal(text, _variables.Text(template, []));

    [Fact]
    public void A_value_that_is_one_placeholder_keeps_its_type()
    {
        var json = _variables.Json(JsonNode.Parse("""{"all":"${cars}","n":"${cars.0.n}","text":"n=${cars.0.n}"}"""), []);

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""{"all":[{"n":5},{"n":1}],"n":5,"text":"n=5"}"""), json));
    }

    [Fact]
    public void A_variable_of_the_item_comes_before_one_of_the_file() =>
        Assert.Equal("mine", _variables.Text("${kind}", new JsonObject { ["kind"] = "mine" }));

    [Theory]
    [InlineData("${nothing}", "Nothing has been saved as 'nothing' yet.")]
    [InlineData("${price.smal}", "There is no 'smal' in 'smal'. Did you mean 'small'?")]
    [InlineData("${cars.7}", "There is no item '7' in '7': the list has 2.")]
    [InlineData("${cars | cuont}", "There is no filter 'cuont'. Known: count, half, money, rest, words. Did you mean 'count'?")]
    public void What_is_not_there_is_told(string template, string message) =>
        Assert.Equal(message, Assert.Throws<PlayFault>(() => _variables.Text(template, [])).Message);

    [Theory]
    [InlineData("2021-03-31T15:00", 2, "2021-04-06T09:00")]
    [InlineData("2021-05-12T08:00", 8, "2021-05-14T08:00")]
    [InlineData("2021-05-14T15:30", 1, "2021-05-18T08:30")]
    [InlineData("2021-05-15T12:00", 0, "2021-05-18T08:00")]
    public void Office_hours_pass_on_working_days_only(string from, int hours, string until) =>
        Assert.Equal(Oslo(until), OfficeHours.After(Oslo(from), Duration.FromHours(hours)));

    private static Instant Oslo(string local) =>
        OsloTime.ToInstant(NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(local).Value).InstantOrNull!.Value;
}
