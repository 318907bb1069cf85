using System.Collections.Immutable;
using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;
using Samkjop.Embedded.Functions.Invocation;

namespace Samkjop.Embedded.Functions.Discovery;

/// <summary>Makes a runnable function of a method, or says why it is none.</summary>
internal sealed class FunctionCompiler(ParameterBinders binders, Settings settings)
{
    public FunctionEntry Compile(MethodInfo method, string name)
    {
        CheckMethod(method, name);
        var (parameter, trigger) = FindTrigger(method, name);
        trigger = settings.Resolve(trigger, name);
        TriggerRules.Check(name, trigger, parameter, method);

        var parameters = method.GetParameters();
        var definition = Definition(method, name, trigger, parameters);
        var retry = RetryPlan.From(method.GetCustomAttribute<RetryAttribute>());
        if (retry is not null && trigger is not (TimerTriggerAttribute or CosmosDBTriggerAttribute))
            throw Refusal(name, $"has a retry attribute, which a {TriggerTypes.Of(trigger)} does not follow. Remove it; only timer and change-feed functions retry so.");

        return new FunctionEntry(
            definition,
            trigger,
            definition.Parameters[parameter.Position],
            retry,
            new MethodCall(method),
            parameters.Select((p, i) => binders.For(name, p, definition.Parameters[i], trigger, parameters)).ToArray());
    }

    internal static FunctionStartupException Refusal(string function, string problem) => new($"Function '{function}' {problem}");

    private static void CheckMethod(MethodInfo method, string name)
    {
        var type = method.ReflectedType!;
        if (string.IsNullOrWhiteSpace(name) || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-') || !char.IsAsciiLetter(name[0]))
            throw Refusal(name, $"on {type.FullName}.{method.Name} has a name that hosts refuse. Begin with a letter, then letters, digits, '_' and '-'.");
        if (!method.IsPublic || !type.IsVisible)
            throw Refusal(name, $"is not public ({type.FullName}.{method.Name}), so the real host would not find it. Make the method and its class public.");
        if (method.IsGenericMethod || type.ContainsGenericParameters || (type.IsAbstract && !method.IsStatic))
            throw Refusal(name, "is generic, or in a class that cannot be made. Put it in a plain class.");
        if (type.GetMethods().Count(m => m.Name == method.Name) > 1)
            throw Refusal(name, $"has overloads, and hosts find a function by {type.FullName}.{method.Name} alone. Rename all but one.");
        if (method.ReturnType.IsGenericType && method.ReturnType.GetGenericTypeDefinition() == typeof(ValueTask<>) || method.ReturnType == typeof(ValueTask))
            throw Refusal(name, "returns a ValueTask, which the real worker does not await. Return a Task.");
        if (method.ReturnType == typeof(void) && method.IsDefined(typeof(System.Runtime.CompilerServices.AsyncStateMachineAttribute), inherit: false))
            throw Refusal(name, "is async void, so nobody can wait for it or see its failure. Return a Task.");
    }

    private static (ParameterInfo Parameter, TriggerBindingAttribute Trigger) FindTrigger(MethodInfo method, string name)
    {
        var triggers = method.GetParameters()
            .Select(p => (p, Trigger: p.GetCustomAttribute<TriggerBindingAttribute>()))
            .Where(t => t.Trigger is not null)
            .ToList();
        return triggers.Count switch
        {
            1 => (triggers[0].p, triggers[0].Trigger!),
            0 => throw Refusal(name, "has no trigger. Mark one parameter with a trigger attribute, for instance [HttpTrigger]."),
            _ => throw Refusal(name, $"has {triggers.Count} triggers. Keep one; give each other trigger its own function."),
        };
    }

    private static EmbeddedFunctionDefinition Definition(MethodInfo method, string name, TriggerBindingAttribute trigger, ParameterInfo[] parameters)
    {
        var inputs = ImmutableDictionary.CreateBuilder<string, BindingMetadata>();
        foreach (var parameter in parameters)
        {
            if (parameter.GetCustomAttribute<BindingAttribute>() is { } binding)
                inputs.Add(parameter.Name!, new EmbeddedBindingMetadata(parameter.Name!, TriggerTypes.Of(binding), BindingDirection.In));
        }

        var outputs = ImmutableDictionary<string, BindingMetadata>.Empty;
        if (trigger is HttpTriggerAttribute)
            outputs = outputs.Add("$return", new EmbeddedBindingMetadata("$return", "http", BindingDirection.Out));

        return new EmbeddedFunctionDefinition(
            name,
            method.Module.Assembly.Location,
            $"{method.ReflectedType!.FullName}.{method.Name}",
            [.. parameters.Select(p => new FunctionParameter(p.Name!, p.ParameterType, p.HasDefaultValue, p.HasDefaultValue ? p.DefaultValue : null))],
            inputs.ToImmutable(),
            outputs);
    }
}
