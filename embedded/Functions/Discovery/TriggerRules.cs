using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;
using Microsoft.DurableTask;
using Samkjop.Embedded.Functions.Http;
using Samkjop.Embedded.Functions.Invocation;
using Samkjop.Embedded.Functions.Queues;
using Samkjop.Embedded.Functions.Timers;
using static Samkjop.Embedded.Functions.Discovery.FunctionCompiler;

namespace Samkjop.Embedded.Functions.Discovery;

/// <summary>What each trigger asks of its parameter and its method. Refuses what would run here and fail on the real host.</summary>
internal static class TriggerRules
{
    public static void Check(string name, TriggerBindingAttribute trigger, ParameterInfo parameter, MethodInfo method)
    {
        switch (trigger)
        {
            case HttpTriggerAttribute http:
                CheckHttp(name, http, parameter, method);
                break;
            case TimerTriggerAttribute timer:
                Require(name, parameter, typeof(TimerInfo));
                TimerSchedule.Parse(timer.Schedule, name);
                break;
            case QueueTriggerAttribute queue:
                if (LocalQueues.ProblemWithName(queue.QueueName) is { } problem)
                    throw Refusal(name, problem);
                break;
            case CosmosDBTriggerAttribute feed:
                CheckFeed(name, feed, parameter);
                break;
            case OrchestrationTriggerAttribute:
                Require(name, parameter, typeof(TaskOrchestrationContext));
                if (!method.IsStatic)
                    throw Refusal(name, "is an orchestrator and not static. Make it static: what it needs from services belongs in an activity.");
                break;
            case ActivityTriggerAttribute:
                if (parameter.ParameterType == typeof(TaskActivityContext))
                    throw Refusal(name, "takes TaskActivityContext, which the real worker does not bind in a function. Take FunctionContext.");
                break;
            default:
                throw Refusal(name, $"has the trigger {trigger.GetType().Name}, which this host does not run. Use an HTTP, timer, queue, change-feed or durable trigger.");
        }
    }

    private static void CheckHttp(string name, HttpTriggerAttribute http, ParameterInfo parameter, MethodInfo method)
    {
        Require(name, parameter, typeof(HttpRequest));
        HttpRoute.Check(name, http);
        if (http.AuthLevel == AuthorizationLevel.User)
            throw Refusal(name, "asks for AuthorizationLevel.User, which no host checks. Use Anonymous with middleware of your own, Function or Admin.");

        var result = new MethodCall(method).ResultType;
        if (result != typeof(void) && !typeof(IResult).IsAssignableFrom(result))
            throw Refusal(name, typeof(IActionResult).IsAssignableFrom(result)
                ? "returns an IActionResult, which this host does not execute. Return an IResult, for instance Results.Ok(...)."
                : $"returns {result.Name}, which the real host drops without a response. Return an IResult, for instance Results.Json(...).");
    }

    private static void CheckFeed(string name, CosmosDBTriggerAttribute feed, ParameterInfo parameter)
    {
        if (feed.ChangeFeedMode != CosmosDBChangeFeedMode.LatestVersion)
            throw Refusal(name, "asks for all versions and deletes, which the embedded change feed does not keep. Use LatestVersion.");
        var type = parameter.ParameterType;
        if (type != typeof(string) && !type.IsArray && !(type.IsGenericType && typeof(System.Collections.IEnumerable).IsAssignableFrom(type)))
            throw Refusal(name, $"takes {type.Name}, but a change feed brings many documents. Take IReadOnlyList<T>.");
    }

    private static void Require(string name, ParameterInfo parameter, Type type)
    {
        if (parameter.ParameterType != type)
            throw Refusal(name, $"binds its trigger to parameter '{parameter.Name}' of type {parameter.ParameterType.Name}. Make it {type.Name}.");
    }
}
