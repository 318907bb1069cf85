using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;
using Samkjop.Embedded.Functions.Discovery;
using Samkjop.Embedded.Functions.Invocation;

namespace Samkjop.Embedded.Functions.Durable;

/// <summary>The parameter of an orchestrator that takes its input: the first that nothing else binds.</summary>
internal static class OrchestrationInput
{
    public static ParameterInfo? Parameter(IEnumerable<ParameterInfo> parameters) =>
        parameters.FirstOrDefault(p => p.GetCustomAttribute<BindingAttribute>() is null
            && p.ParameterType != typeof(FunctionContext)
            && p.ParameterType != typeof(CancellationToken));

    /// <summary>The type that the engine reads the input as; <see cref="object"/> when the orchestrator takes none.</summary>
    public static Type TypeOf(FunctionEntry function)
    {
        var bound = function.Definition.InputBindings;
        return function.Definition.Parameters
            .FirstOrDefault(p => !bound.ContainsKey(p.Name) && p.Type != typeof(FunctionContext) && p.Type != typeof(CancellationToken))?.Type
            ?? typeof(object);
    }

    /// <summary>The real worker binds the input only where its runtime type is the declared one, so an interface or Nullable would be empty there.</summary>
    public static Func<EmbeddedFunctionContext, object?> Binder(string function, FunctionParameter parameter)
    {
        if (parameter.Type.IsAbstract || parameter.Type.IsInterface || parameter.Type == typeof(object) || Nullable.GetUnderlyingType(parameter.Type) is not null)
            throw FunctionCompiler.Refusal(function, $"takes its input as {parameter.Type.Name}, which the real worker leaves empty. Take a concrete type, for instance a record.");

        return context => ((OrchestrationCall)context.Trigger.Value!).Input switch
        {
            null when parameter.HasDefaultValue => parameter.DefaultValue,
            null when !parameter.IsReferenceOrNullableType => throw new FunctionInputConverterException(
                $"Error converting 1 input parameters for Function '{function}': Could not populate the value for '{parameter.Name}' parameter. "
                + "Consider adding a default value or making the parameter nullable."),
            var input => input,
        };
    }
}
