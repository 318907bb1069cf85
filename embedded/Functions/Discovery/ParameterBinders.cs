using System.Reflection;
using Azure.Core.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;
using Microsoft.DurableTask.Client;
using Samkjop.Embedded.Functions.Durable;
using Samkjop.Embedded.Functions.Http;
using Samkjop.Embedded.Functions.Invocation;
using static Samkjop.Embedded.Functions.Discovery.FunctionCompiler;
using Binder = System.Func<Samkjop.Embedded.Functions.Invocation.EmbeddedFunctionContext, object?>;

namespace Samkjop.Embedded.Functions.Discovery;

/// <summary>Decides once, at start, where each parameter of a function gets its value.</summary>
internal sealed class ParameterBinders(Func<ObjectSerializer> serializer, Func<DurableTaskClient> client)
{
    private ObjectSerializer? _serializer;

    private ObjectSerializer Serializer => _serializer ??= serializer();

    public Binder For(string function, ParameterInfo parameter, FunctionParameter described, TriggerBindingAttribute trigger, ParameterInfo[] all)
    {
        if (parameter.GetCustomAttribute<TriggerBindingAttribute>() is not null)
            return Trigger(function, described, trigger);
        if (parameter.GetCustomAttribute<DurableClientAttribute>() is not null)
            return parameter.ParameterType == typeof(DurableTaskClient)
                ? _ => client()
                : throw Refusal(function, $"marks '{parameter.Name}' of type {parameter.ParameterType.Name} as durable client. Make it DurableTaskClient.");
        if (parameter.ParameterType == typeof(FunctionContext))
            return context => context;
        if (parameter.ParameterType == typeof(CancellationToken))
            return context => context.CancellationToken;
        if (parameter.ParameterType == typeof(HttpContext))
            throw Refusal(function, $"takes '{parameter.Name}' of type HttpContext, which is null on the real host. Take HttpRequest and use its HttpContext.");
        return trigger switch
        {
            HttpTriggerAttribute http => RouteValue(function, described, http),
            ActivityTriggerAttribute when parameter.Name == "instanceId" && parameter.ParameterType == typeof(string) => context => context.Trigger.BindingData["instanceId"],
            OrchestrationTriggerAttribute when OrchestrationInput.Parameter(all) == parameter => OrchestrationInput.Binder(function, described),
            _ when parameter.HasDefaultValue => _ => described.DefaultValue,
            _ => throw Refusal(function, $"takes '{parameter.Name}', which no binding fills. Remove it, give it a default value, or inject what it needs into the constructor."),
        };
    }

    private Binder Trigger(string function, FunctionParameter parameter, TriggerBindingAttribute trigger) => trigger switch
    {
        HttpTriggerAttribute => context => ((HttpContext)context.Trigger.Value!).Request,
        QueueTriggerAttribute or CosmosDBTriggerAttribute => context => TextConversion.Convert((string)context.Trigger.Value!, parameter, Serializer, function),
        ActivityTriggerAttribute when parameter.Type == typeof(FunctionContext) => context => context,
        OrchestrationTriggerAttribute => context => ((OrchestrationCall)context.Trigger.Value!).Context,
        _ => context => context.Trigger.Value,
    };

    private Binder RouteValue(string function, FunctionParameter parameter, HttpTriggerAttribute http)
    {
        var names = RoutePatternFactory.Parse(HttpRoute.Template(function, http)).Parameters;
        var part = names.FirstOrDefault(p => p.Name == parameter.Name);
        if (part is null)
        {
            if (parameter.HasDefaultValue)
                return _ => parameter.DefaultValue;
            var near = names.FirstOrDefault(p => p.Name.Equals(parameter.Name, StringComparison.OrdinalIgnoreCase));
            throw Refusal(function, near is null
                ? $"takes '{parameter.Name}', which is not in its route. Name it in the route as {{{parameter.Name}}}, or read it from the HttpRequest."
                : $"takes '{parameter.Name}' where its route says '{near.Name}'. Write both the same way.");
        }

        if (part.IsOptional && !parameter.IsReferenceOrNullableType && !parameter.HasDefaultValue)
            throw Refusal(function, $"takes '{parameter.Name}', which its route makes optional. Make the parameter nullable or give it a default value.");
        return context => context.Trigger.BindingData.TryGetValue(parameter.Name, out var value) && value is string text
            ? TextConversion.Convert(text, parameter, Serializer, function)
            : parameter.DefaultValue;
    }
}
