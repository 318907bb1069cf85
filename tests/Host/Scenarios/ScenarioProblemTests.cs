using Samkjop.Host.Scenarios;

namespace Samkjop.Tests.Host.Scenarios;

/// <summary>What a person who mistyped is told: where, what was expected, and what was probably meant.</summary>
public sealed class ScenarioProblemTests
{
    [Theory]
    [InlineData("starts:", "strats:", 3, 1, "Unknown key 'strats' in the scenario. Did you mean 'starts'?")]
    [InlineData("every: PT5M", "evry: PT5M", 26, 5, "Unknown key 'evry' in a step. Did you mean 'every'?")]
    [InlineData("expect: 200", "expct: 200", 36, 5, "Unknown key 'expct' in a step. Did you mean 'expect'?")]
    [InlineData("as: ingrid\n    body: { quantity: \"${car.quantity}\" }", "as: ingird\n    body: { quantity: \"${car.quantity}\" }", 28, 9, "There is no person 'ingird'. Did you mean 'ingrid'?")]
    [InlineData("role: procurement-officer", "role: procurment-officer", 16, 38, "There is no role 'procurment-officer'. Did you mean 'procurement-officer'?")]
    [InlineData("supplier: fjordbil }\nvalues", "supplier: fjordbill }\nvalues", 17, 62, "There is no supplier 'fjordbill'. Did you mean 'fjordbil'?")]
    [InlineData("do: POST /api/needs", "do: PSOT /api/needs", 27, 9, "'PSOT' is no method. Expected one of GET, POST, PUT, DELETE. Did you mean 'POST'?")]
    [InlineData("do: POST /api/needs", "do: POST", 27, 9, "'POST' has no path. Expected such as POST /api/rounds/2021-1/needs.")]
    [InlineData("every: PT5M", "every: 5 minutes", 26, 12, "Expected a period such as P2D or PT3H for 'every', found '5 minutes'.")]
    [InlineData("status: 201", "status: created", 30, 23, "Expected an HTTP status such as 201, found 'created'.")]
    [InlineData("PUT /api/needs/${need}", "PUT /api/needs/${ned}", 33, 9, "There is no variable 'ned'. Did you mean 'need'?")]
    [InlineData("after: begin + P2D", "after: begn + P2D", 24, 12, "There is no earlier step named 'begn'. Did you mean 'begin'?")]
    [InlineData("at: 2021-03-24T09:00", "at: 24.3.2021", 22, 9, "'24.3.2021' is not a time. Expected local time in Oslo such as 2021-03-24T09:00.")]
    [InlineData("at: 2021-03-27T09:00", "at: 2021-03-25T09:00", 32, 5, "step 3 goes back in time: the step above it is later. Put the steps in the order of their times.")]
    [InlineData("note: { no: Nå, en: Now }", "note: { no: Nå }", 23, 11, "The key 'en' of 'note' in Norwegian and English is missing.")]
    [InlineData("save: { need: $.needId", "save: { need: needId", 31, 19, "'needId' says not what to save. Expected a path such as $.needId, or a header such as 'header ETag'.")]
    public void A_mistake_is_told_with_its_place(string right, string wrong, int line, int column, string message)
    {
        var problem = ScenarioTexts.ProblemsWith(right, wrong).First(p => !p.Message.Contains("is missing", StringComparison.Ordinal) || message.Contains("is missing", StringComparison.Ordinal));

        Assert.Equal(new ScenarioProblem(line, column, message), problem);
    }

    [Fact]
    public void A_time_that_the_clock_skips_is_refused_with_the_reason()
    {
        var problem = Assert.Single(ScenarioTexts.ProblemsWith("at: 2021-03-27T09:00", "at: 2021-03-28T02:30"));

        Assert.Contains("does not exist: the clock is set forward from 02:00 to 03:00", problem.Message, StringComparison.Ordinal);
        Assert.Equal((32, 9), (problem.Line, problem.Column));
    }

    [Fact]
    public void A_period_that_ends_in_a_skipped_hour_is_refused_too()
    {
        var yaml = ScenarioTexts.Sound
            .Replace("at: 2021-03-24T09:00", "at: 2021-03-27T02:30", StringComparison.Ordinal)
            .Replace("begin + P2D", "begin + P1D", StringComparison.Ordinal)
            .Replace("at: 2021-03-27T09:00", "at: 2021-03-29T09:00", StringComparison.Ordinal);

        Assert.Contains("does not exist", Assert.Single(ScenarioTexts.Problems(yaml)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_mistakes_are_told_at_once_in_the_order_of_the_file()
    {
        var yaml = ScenarioTexts.Sound
            .Replace("role: procurement-officer", "role: officer", StringComparison.Ordinal)
            .Replace("every: PT5M", "evry: PT5M", StringComparison.Ordinal)
            .Replace("expect: 200", "expect: fine", StringComparison.Ordinal);

        Assert.Equal([16, 26, 36], ScenarioTexts.Problems(yaml).Select(p => p.Line));
    }

    [Fact]
    public void Two_steps_of_one_name_are_refused()
    {
        var problem = Assert.Single(ScenarioTexts.ProblemsWith("- at: 2021-03-27T09:00", "- name: begin\n    at: 2021-03-27T09:00"));

        Assert.Equal("A step named 'begin' stands in line 21 already. Give each its own name.", problem.Message);
    }

    [Fact]
    public void A_key_that_stands_twice_is_refused()
    {
        var problem = Assert.Single(ScenarioTexts.ProblemsWith("round: 2021-1", "round: 2021-1\nround: 2021-2"));

        Assert.Equal(5, problem.Line);
        Assert.Contains("uplicate key", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_YAML_is_told_with_its_place()
    {
        var problem = Assert.Single(ScenarioTexts.ProblemsWith("title: { no: Liten, en: Small }", "title: { no: Liten, en: Small"));

        Assert.StartsWith("This is not YAML:", problem.Message, StringComparison.Ordinal);
        Assert.InRange(problem.Line, 2, 4);
    }

    [Fact]
    public void An_empty_file_is_refused()
    {
        Assert.Equal("The file is empty. Expected a scenario.", Assert.Single(ScenarioTexts.Problems("")).Message);
    }

    [Fact]
    public void A_step_that_does_nothing_or_several_things_is_refused()
    {
        Assert.StartsWith("This step does nothing.", Assert.Single(ScenarioTexts.ProblemsWith("note: { no: Nå, en: Now }", "say: hello")).Message, StringComparison.Ordinal);
        Assert.StartsWith("This step does several things: do, note.", Assert.Single(ScenarioTexts.ProblemsWith("note: { no", "do: GET /\n    note: { no")).Message, StringComparison.Ordinal);
    }
}
