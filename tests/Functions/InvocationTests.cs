using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Samkjop.Embedded.Functions;
using Samkjop.Tests.Functions.App;
using Samkjop.Tests.Functions.Fixture;

namespace Samkjop.Tests.Functions;

public sealed class InvocationTests
{
    [Fact]
    public async Task The_definition_describes_the_function_as_the_real_worker_does()
    {
        await using var app = await TestApp.StartAsync();
        Assert.Equal(
            "Described Samkjop.Tests.Functions.App.HttpSamples.Described Samkjop.Tests.Functions.dll request:httpTrigger True 00000001-0000-0000-0000-000000000000",
            (await app.GetAsync("/api/Described")).Replace("00000002", "00000001", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_invocation_has_one_scope_that_ends_with_it()
    {
        await using var app = await TestApp.StartAsync();
        Assert.Equal("1", await app.GetAsync("/api/Visitor"));
        Assert.Equal("1", await app.GetAsync("/api/Visitor"));
        await app.IdleAsync();
        Assert.Equal(2, app.Journal.About("visitor").Distinct().Count());
        Assert.Equal(2, app.Journal.About("visit").Count);
    }

    [Fact]
    public async Task Middleware_runs_in_the_order_of_its_registration()
    {
        await using var app = await TestApp.StartAsync(b =>
        {
            b.UseMiddleware<Outer>();
            b.UseMiddleware(async (context, next) =>
            {
                Note(context, "inner in");
                await next();
                Note(context, "inner out");
            });
        });
        await app.GetAsync("/api/AnyMethod");
        await app.IdleAsync();
        Assert.Equal(["outer in", "inner in", "inner out", "outer out"], app.Journal.About("AnyMethod"));
    }

    [Fact]
    public async Task UseWhen_chooses_by_the_binding_type()
    {
        await using var app = await TestApp.StartAsync(b =>
            b.UseWhen<Outer>(c => c.FunctionDefinition.InputBindings.Values.Any(x => x.Type == "httpTrigger")));
        await app.GetAsync("/api/AnyMethod");
        await app.App.Queues.EnqueueAsync("letters", "hi", ct: TestContext.Current.CancellationToken);
        await app.IdleAsync();
        Assert.Equal(["outer in", "outer out"], app.Journal.About("AnyMethod"));
        Assert.Empty(app.Journal.About("Letters"));
        Assert.Single(app.Journal.About("letter"));
    }

    [Fact]
    public async Task Middleware_may_answer_instead_of_the_function()
    {
        await using var app = await TestApp.StartAsync(b => b.UseMiddleware((context, next) =>
        {
            context.GetInvocationResult().Value = Results.Text("not today");
            return Task.CompletedTask;
        }));
        Assert.Equal("not today", await app.GetAsync("/api/AnyMethod"));
    }

    [Fact]
    public async Task Middleware_may_turn_an_exception_into_an_answer()
    {
        await using var app = await TestApp.StartAsync(b => b.UseMiddleware(async (context, next) =>
        {
            try
            {
                await next();
            }
            catch (InvalidOperationException)
            {
                context.GetInvocationResult().Value = Results.Conflict();
            }
        }));
        Assert.Equal(409, await app.StatusAsync("/api/Fails"));
        Assert.Equal(409, await app.StatusAsync("/api/FailsLater"));
    }

    [Fact]
    public async Task Middleware_and_function_share_items_features_and_the_result()
    {
        string? seen = null;
        await using var app = await TestApp.StartAsync(b =>
        {
            b.UseMiddleware(async (context, next) =>
            {
                context.Items["who"] = "outer";
                context.Features.Set(new Greeting("hi"));
                await next();
                seen = $"{context.Items["who"]} {context.Features.Get<Greeting>()?.Text} {context.GetInvocationResult<IResult>().Value is not null}";
            });
            b.UseMiddleware((context, next) =>
            {
                context.Items["who"] += " and inner";
                return next();
            });
        });
        await app.GetAsync("/api/AnyMethod");
        Assert.Equal("outer and inner hi True", seen);
    }

    [Fact]
    public async Task What_middleware_throws_after_the_function_gives_500()
    {
        await using var app = await TestApp.StartAsync(b => b.UseMiddleware(async (_, next) =>
        {
            await next();
            throw new InvalidOperationException("too late");
        }));
        Assert.Equal(500, await app.StatusAsync("/api/AnyMethod"));
    }

    private static void Note(FunctionContext context, string line) =>
        context.InstanceServices.GetRequiredService<Journal>().Write($"{context.FunctionDefinition.Name} {line}");

    private sealed class Outer(Journal journal) : IFunctionsWorkerMiddleware
    {
        public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
        {
            journal.Write($"{context.FunctionDefinition.Name} outer in");
            await next(context);
            journal.Write($"{context.FunctionDefinition.Name} outer out");
        }
    }
}
