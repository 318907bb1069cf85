using Azure.Core.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.DurableTask;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Samkjop.Embedded.DurableTask;
using Samkjop.Embedded.Functions.Discovery;
using Samkjop.Embedded.Functions.Durable;
using Samkjop.Embedded.Functions.Feeds;
using Samkjop.Embedded.Functions.Http;
using Samkjop.Embedded.Functions.Invocation;
using Samkjop.Embedded.Functions.Queues;
using Samkjop.Embedded.Functions.Timers;

namespace Samkjop.Embedded.Functions.Hosting;

/// <summary>Puts the parts of an app together, and refuses what cannot run before anything does.</summary>
internal static class AppAssembler
{
    public static EmbeddedFunctionsApp Assemble(
        EmbeddedFunctionsOptions options,
        HostJson host,
        WebApplication web,
        LocalQueues queues,
        IReadOnlyList<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> middleware)
    {
        DurableEngine? engine = null;
        var services = web.Services;
        var loggers = services.GetRequiredService<ILoggerFactory>();
        var logger = loggers.CreateLogger("Function");
        var serializer = services.GetRequiredService<IOptions<WorkerOptions>>().Value.Serializer!;

        ParameterBinders binders = new(() => serializer, () => engine!.Client);
        var functions = FunctionCatalog.Find(options.Assemblies, new FunctionCompiler(binders, new Settings(web.Configuration)));
        FunctionKeys keys = new(web.Configuration);
        var source = services.GetService<IChangeFeedSource>();
        List<string> problems = [.. keys.Problems(functions), .. ServiceRules.Problems(functions, services, source)];
        if (problems.Count > 0)
            throw new FunctionStartupException(problems);

        FunctionInvoker invoker = new(services, middleware, new InvocationIds(options.Scheduler.IsVirtual));
        DurableTaskRegistry registry = new();
        DurableFunctions.Register(registry, functions, invoker, options.StandIns);
        engine = new DurableEngine(
            options.File, options.Scheduler, registry, services, new SerializerDataConverter(serializer), loggers, options.Engine);

        TimerWheel wheel = new(options.Scheduler);
        TimerStatusStore timers = new(options.File);
        FeedCheckpoints checkpoints = new(options.File);
        TriggerSet triggers = new(
            wheel,
            timers,
            [.. functions.Where(f => f.Trigger is TimerTriggerAttribute).Select(f => new TimerFunction(f, invoker, options.Scheduler, wheel, timers, logger))],
            [.. functions.Where(f => f.Trigger is QueueTriggerAttribute).Select(f => new QueueFunction(f, invoker, options.Scheduler, queues, host, options.Hostile, logger))],
            [.. functions.Where(f => f.Trigger is CosmosDBTriggerAttribute).Select(f => new FeedFunction(f, invoker, options.Scheduler, source!, checkpoints, options.Hostile, logger))]);

        if (!options.AllowRemoteConnections)
            web.UseHostFiltering();
        RequestGate gate = new(options.Scheduler);
        web.Use(gate.PassAsync);
        new HttpFunctions(invoker, keys, logger).Map(web, functions, host.RoutePrefix);
        options.MapEndpoints?.Invoke(web);
        return new EmbeddedFunctionsApp(options, web, engine, triggers, gate, queues, functions.Count, logger);
    }
}
