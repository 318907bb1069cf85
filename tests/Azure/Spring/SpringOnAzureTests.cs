using Samkjop.Tests.Architecture;

namespace Samkjop.Tests.Azure.Spring;

/// <summary>One app, two sets of stores: the same story, and the same documents and blobs at its end.</summary>
public sealed class SpringOnAzureTests(SpringOnAzure spring) : IClassFixture<SpringOnAzure>
{
    [Fact]
    public void The_same_story_is_told() => Assert.Equal(spring.Local.Story.Split('\n'), spring.Azure.Story.Split('\n'));

    [Fact]
    public void The_same_documents_and_blobs_are_left() => Assert.Equal(spring.Local.State, spring.Azure.State);

    /// <summary>
    /// What "From laptop to Azure" in the README reckons with. Counted, but charged by a model of the service: near enough to choose a tier, not a bill;
    /// and so the table may be a quarter off before it must be written anew.
    /// </summary>
    [Theory]
    [InlineData("the two spring rounds")]
    [InlineData("a day at rest")]
    public void The_README_states_what_it_costs(string what)
    {
        var cost = what == "a day at rest" ? spring.DayAtRest : spring.Round;
        var actual = $"{what}: {cost.RequestUnits:0} RU in {cost.Requests} requests, {cost.Transactions} transactions, {cost.Activities} activities";

        var row = File.ReadLines(Repository.PathOf("README.md")).SingleOrDefault(line => line.StartsWith($"| {what} |", StringComparison.Ordinal));

        Assert.True(row is not null, $"The README's table of costs has no row '| {what} |'. Counted: {actual}.");
        var stated = row.Split('|', StringSplitOptions.TrimEntries)[2..6].Select(cell => double.Parse(cell.Replace(" ", "", StringComparison.Ordinal))).ToArray();
        double[] counted = [cost.RequestUnits, cost.Requests, cost.Transactions, cost.Activities];
        Assert.All(stated.Zip(counted), pair => Assert.True(Math.Abs(pair.First - pair.Second) <= 5 + (pair.Second / 4), $"The README says otherwise. Counted: {actual}."));
    }
}
