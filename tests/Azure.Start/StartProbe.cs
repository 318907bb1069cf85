using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Samkjop.Tests.Azure.Start;

/// <summary>Sees the host that a run of Program.cs builds.</summary>
internal sealed class StartProbe(Action<IServiceCollection>? before)
{
    private static readonly AsyncLocal<StartProbe?> Here = new();
    private readonly TaskCompletionSource<IHost> _started = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The probe of the run that this code belongs to.</summary>
    public static StartProbe? Current
    {
        get => Here.Value;
        set => Here.Value = value;
    }

    /// <summary>The host, once it has started.</summary>
    public Task<IHost> Started => _started.Task;

    public void Prepare(IServiceCollection services) => before?.Invoke(services);

    public void Watch(IHost host) =>
        host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStarted.Register(() => _started.TrySetResult(host));
}
