using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace Samkjop.Embedded.Functions.Invocation;

/// <summary>Calls a function's method, on a new instance from the invocation's services unless it is static, and unwraps its task.</summary>
internal sealed class MethodCall
{
    private static readonly MethodInfo ReaderOf = typeof(MethodCall).GetMethod(nameof(ReadAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    private readonly MethodInvoker _invoker;
    private readonly Lazy<ObjectFactory>? _factory;
    private readonly Func<object?, ValueTask<object?>> _read;

    public MethodCall(MethodInfo method)
    {
        _invoker = MethodInvoker.Create(method);
        var type = method.ReflectedType!;
        InstanceType = method.IsStatic ? null : type;
        _factory = method.IsStatic ? null : new Lazy<ObjectFactory>(() => ActivatorUtilities.CreateFactory(type, Type.EmptyTypes));

        var returned = method.ReturnType;
        if (returned.IsGenericType && returned.GetGenericTypeDefinition() == typeof(Task<>))
        {
            ResultType = returned.GetGenericArguments()[0];
            _read = ReaderOf.MakeGenericMethod(ResultType).CreateDelegate<Func<object?, ValueTask<object?>>>();
        }
        else if (returned == typeof(Task))
        {
            ResultType = typeof(void);
            _read = WaitAsync;
        }
        else
        {
            ResultType = returned;
            _read = static value => ValueTask.FromResult(value);
        }
    }

    /// <summary>What the function hands back when it is done; <see langword="void"/> for nothing.</summary>
    public Type ResultType { get; }

    /// <summary>The class that an instance is made of; null for a static method.</summary>
    public Type? InstanceType { get; }

    public ValueTask<object?> InvokeAsync(EmbeddedFunctionContext context, object?[] arguments)
    {
        var instance = _factory?.Value(context.InstanceServices, null);
        return _read(_invoker.Invoke(instance, arguments.AsSpan()));
    }

    private static async ValueTask<object?> ReadAsync<T>(object? task) => await (Task<T>)task!;

    private static async ValueTask<object?> WaitAsync(object? task)
    {
        await (Task)task!;
        return null;
    }
}
