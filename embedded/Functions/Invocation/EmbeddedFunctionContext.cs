using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace Samkjop.Embedded.Functions.Invocation;

/// <summary>One invocation. Its service scope opens when first asked for, and is shared by middleware and the function.</summary>
internal sealed class EmbeddedFunctionContext(
    FunctionEntry function, IServiceProvider root, string invocationId, InvocationTrigger trigger, CancellationToken cancellation)
    : FunctionContext, IAsyncDisposable
{
    private AsyncServiceScope? _scope;
    private IServiceProvider? _services;
    private IDictionary<object, object>? _items;
    private InvocationFeatures? _features;
    private BindingContext? _bindingContext;

    public FunctionEntry Function { get; } = function;

    public InvocationTrigger Trigger { get; } = trigger;

    /// <summary>What the function returned, or middleware put in its place.</summary>
    public object? Result { get; set; }

    public override string InvocationId { get; } = invocationId;

    public override string FunctionId => Function.Definition.Id;

    public override FunctionDefinition FunctionDefinition => Function.Definition;

    public override CancellationToken CancellationToken { get; } = cancellation;

    public override IDictionary<object, object> Items
    {
        get => _items ??= new Dictionary<object, object>();
        set => _items = value;
    }

    public override IInvocationFeatures Features => _features ??= new InvocationFeatures();

    public override TraceContext TraceContext { get; } = new ActivityTraceContext();

    public override BindingContext BindingContext => _bindingContext ??= new EmbeddedBindingContext(Trigger.BindingData);

    public override RetryContext RetryContext => new EmbeddedRetryContext(Trigger.Attempt, Function.Retry?.MaxRetryCount ?? 0);

    public override IServiceProvider InstanceServices
    {
        get => _services ??= OpenScope();
        set => _services = value;
    }

    public async ValueTask DisposeAsync()
    {
        if (_scope is { } scope)
            await scope.DisposeAsync();
        _scope = null;
    }

    /// <summary>An orchestrator may never reach its end in this process, so it gets no scope that someone would have to close.</summary>
    private IServiceProvider OpenScope()
    {
        if (Function.Trigger is OrchestrationTriggerAttribute)
            return root;

        var scope = root.CreateAsyncScope();
        _scope = scope;
        return scope.ServiceProvider;
    }
}
