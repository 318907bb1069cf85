using Samkjop.Tests.Conformance.Backend;

namespace Samkjop.Tests.Conformance.Activities;

[Row("failure-details")]
public sealed class FailureTests
{
    [Theory, EveryBackend]
    public async Task A_failed_activity_throws_TaskFailedException_with_the_details_of_its_exceptions(string mode)
    {
        await using var backend = Backends.Create(mode);
        await backend.StartAsync(tasks => tasks
            .AddOrchestratorFunc("Catch", async context =>
            {
                try
                {
                    await context.CallActivityAsync("Break");
                    return "no exception";
                }
                catch (TaskFailedException failure)
                {
                    var details = failure.FailureDetails;
                    return string.Join('|', failure.TaskName, details.ErrorType, details.ErrorMessage, details.InnerFailure?.ErrorType, details.InnerFailure?.ErrorMessage,
                        details.IsCausedBy<InvalidOperationException>(), details.IsCausedBy<SystemException>(), details.IsCausedBy<FormatException>());
                }
            })
            .AddActivityFunc("Break", BreakNested));

        Assert.Equal("Break|System.InvalidOperationException|outer|System.FormatException|inner|True|True|False", await backend.RunAsync<string>("Catch"));
    }

    [Theory, EveryBackend]
    public async Task An_unhandled_failure_of_an_activity_fails_the_instance_and_keeps_the_chain(string mode)
    {
        await using var backend = Backends.Create(mode);
        await backend.StartAsync(tasks => tasks
            .AddOrchestratorFunc("Fragile", context => context.CallActivityAsync("Break"))
            .AddActivityFunc("Break", BreakNested));

        var failure = await backend.FailAsync("Fragile");

        Assert.Equal(typeof(TaskFailedException).FullName, failure.ErrorType);
        Assert.Contains("Break", failure.ErrorMessage, StringComparison.Ordinal);
        Assert.Contains("outer", failure.ErrorMessage, StringComparison.Ordinal);
        Assert.True(failure.IsCausedBy<TaskFailedException>());
        Assert.Equal(typeof(InvalidOperationException).FullName, failure.InnerFailure?.ErrorType);
        Assert.Equal("outer", failure.InnerFailure?.ErrorMessage);
        Assert.Equal(typeof(FormatException).FullName, failure.InnerFailure?.InnerFailure?.ErrorType);
    }

    [Theory, EveryBackend]
    public async Task An_exception_of_the_orchestrator_itself_fails_the_instance_with_its_own_type_and_stack(string mode)
    {
        await using var backend = Backends.Create(mode);
        await backend.StartAsync(tasks => tasks.AddOrchestratorFunc("Throw", ThrowInOrchestrator));

        var failure = await backend.FailAsync("Throw");

        Assert.Equal(typeof(NotSupportedException).FullName, failure.ErrorType);
        Assert.Equal("Kaboom", failure.ErrorMessage);
        Assert.Contains(nameof(ThrowInOrchestrator), failure.StackTrace, StringComparison.Ordinal);
    }

    [Theory, EveryBackend]
    public async Task Details_survive_a_chain_of_sub_orchestrations(string mode)
    {
        await using var backend = Backends.Create(mode);
        await backend.StartAsync(tasks => tasks
            .AddOrchestratorFunc("Parent", context => context.CallSubOrchestratorAsync("Child"))
            .AddOrchestratorFunc("Child", context => context.CallActivityAsync("Break"))
            .AddActivityFunc("Break", BreakNested));

        var failure = await backend.FailAsync("Parent");

        Assert.True(failure.IsCausedBy<TaskFailedException>());
        Assert.Contains("Child", failure.ErrorMessage, StringComparison.Ordinal);
        Assert.True(failure.InnerFailure?.IsCausedBy<TaskFailedException>());
        Assert.Contains("Break", failure.InnerFailure?.ErrorMessage, StringComparison.Ordinal);
        Assert.Equal("outer", failure.InnerFailure?.InnerFailure?.ErrorMessage);
        Assert.Equal("inner", failure.InnerFailure?.InnerFailure?.InnerFailure?.ErrorMessage);
    }

    [Theory, EveryBackend, Row("poison")]
    public async Task An_orchestrator_that_nobody_registered_fails_its_instance_only(string mode)
    {
        await using var backend = Backends.Create(mode);
        await backend.StartAsync(tasks => tasks.AddOrchestratorFunc("Known", _ => Task.FromResult(1)));

        var failure = await backend.FailAsync("Unknown");

        Assert.Contains("Unknown", failure.ErrorMessage, StringComparison.Ordinal);
        Assert.Equal(1, await backend.RunAsync<int>("Known"));
    }

    [Theory, EveryBackend]
    public async Task A_caught_failure_lets_the_orchestrator_compensate(string mode)
    {
        await using var backend = Backends.Create(mode);
        await backend.StartAsync(tasks => tasks
            .AddOrchestratorFunc("Book", async context =>
            {
                try
                {
                    await context.CallActivityAsync("Break");
                    return "booked";
                }
                catch (TaskFailedException)
                {
                    return await context.CallActivityAsync<string>("Undo");
                }
            })
            .AddActivityFunc("Break", BreakNested)
            .AddActivityFunc("Undo", _ => "undone"));

        Assert.Equal("undone", await backend.RunAsync<string>("Book"));
    }

    private static Task BreakNested(TaskActivityContext context) =>
        throw new InvalidOperationException("outer", new FormatException("inner"));

    private static Task ThrowInOrchestrator(TaskOrchestrationContext context) => throw new NotSupportedException("Kaboom");
}
