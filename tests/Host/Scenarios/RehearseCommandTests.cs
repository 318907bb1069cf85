using Samkjop.Tests.Host.CommandLine;

namespace Samkjop.Tests.Host.Scenarios;

/// <summary>How a rehearsal ends that does not go as it should, and what becomes of its folder.</summary>
public sealed class RehearseCommandTests : IDisposable
{
    private const string Scenario = """
        scenario: short
        title: { no: Kort, en: Short }
        starts: 2021-03-24T08:00
        round: 2021-1
        people:
          tuva: { name: Tuva Grindheim, role: administrator }
        steps:
          - name: register
            do: PUT /api/agencies/bym
            as: tuva
            body: { name: Bymiljøetaten }
            expect: 201
            say: registers an agency
          - name: look
            after: PT1H
            do: GET /api/agencies/bym
            as: tuva
            expect: { status: 200, body: { name: Bymiljøetaten } }
            save: { agency: $.name }
            say: finds ${agency}
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("samkjop-short-");

    private string Data => Path.Combine(_folder.FullName, "data");

    [Fact]
    public async Task It_tells_what_the_steps_say()
    {
        var run = await RehearseAsync(Scenario);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("  08:00  Tuva Grindheim                          registers an agency\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("  09:00  Tuva Grindheim                          finds Bymiljøetaten\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("2 requests were played", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("expect: 201", "expect: 204", "register (line 8): Expected 204, got 201.")]
    [InlineData("{ name: Bymiljøetaten } }", "{ name: Klimaetaten } }", "look (line 14): The answer is not as expected: $.name is \"Bymiljøetaten\" instead of \"Klimaetaten\".")]
    [InlineData("$.name", "$.nme", "look (line 14): There is no 'nme' in 'nme'. Did you mean 'name'?")]
    public async Task An_answer_other_than_expected_stops_it_with_the_step_and_both(string right, string wrong, string message)
    {
        var run = await RehearseAsync(Scenario.Replace(right, wrong, StringComparison.Ordinal));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(message, run.Errors, StringComparison.Ordinal);
        Assert.Contains("What was played until then is kept", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_holds_something_else_is_left_alone()
    {
        var precious = Path.Combine(Directory.CreateDirectory(Data).FullName, "precious.txt");
        await File.WriteAllTextAsync(precious, "mine", TestContext.Current.CancellationToken);

        var run = await RehearseAsync(Scenario);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("holds something that is no rehearsal. Nothing in it was changed", run.Errors, StringComparison.Ordinal);
        Assert.Equal("mine", await File.ReadAllTextAsync(precious, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task There_must_be_something_to_resume()
    {
        Assert.Contains("There is no rehearsal to go on with.", (await RehearseAsync(Scenario, "--resume")).Errors, StringComparison.Ordinal);
        Assert.Equal(0, (await RehearseAsync(Scenario)).ExitCode);
        var again = await RehearseAsync(Scenario, "--resume");
        Assert.Equal(2, again.ExitCode);
        Assert.Contains("was played to its end", again.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rehearsal_that_was_cut_short_is_not_resumed_with_another_file()
    {
        Assert.Equal(1, (await RehearseAsync(Scenario.Replace("status: 200", "status: 404", StringComparison.Ordinal))).ExitCode);

        var resumed = await RehearseAsync(Scenario, "--resume");
        Assert.Equal(2, resumed.ExitCode);
        Assert.Contains("the file was changed since", resumed.Errors, StringComparison.Ordinal);
        Assert.Equal(0, (await RehearseAsync(Scenario)).ExitCode);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task<FinishedRun> RehearseAsync(string yaml, params string[] options)
    {
        var file = Path.Combine(_folder.FullName, "short.yaml");
        await File.WriteAllTextAsync(file, yaml);
        return await SamkjopProcess.RunAsync(["rehearse", file, "--data", Data, .. options]);
    }
}
