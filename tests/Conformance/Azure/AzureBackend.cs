using Microsoft.DurableTask.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Samkjop.Tests.Conformance.Backend;

/// <summary>The modes of the backend under test: the published packages have one.</summary>
internal static class Backends
{
    public static IReadOnlyList<string> Modes { get; } = ["packages"];

    public static ConformanceBackend Create(string mode) => new AzureBackend();
}

/// <summary>The published worker and client, over gRPC, on the published in-process test host's store.</summary>
internal sealed class AzureBackend : ConformanceBackend
{
    private readonly TaskHub _hub = new();
    private Action<DurableTaskRegistry> _configured = _ => { };
    private DataConverter? _payloads;
    private IHost? _worker;

    /// <summary>The test host polls for work: shorter spans would measure that.</summary>
    public override TimeSpan Tick => TimeSpan.FromMilliseconds(800);

    public override async Task<DurableTaskClient> StartAsync(Action<DurableTaskRegistry> configure, DataConverter? converter = null)
    {
        _configured = configure;
        _payloads = converter ?? _payloads;
        var channel = await _hub.ConnectAsync();
        var builder = Host.CreateEmptyApplicationBuilder(settings: null);
        builder.Logging.SetMinimumLevel(LogLevel.Information).AddProvider(Logs);
        builder.Services.AddDurableTaskWorker(worker =>
        {
            worker.UseGrpc(channel);
            worker.AddTasks(configure);
            if (_payloads is not null)
                worker.Configure(options => options.DataConverter = _payloads);
        });
        builder.Services.AddDurableTaskClient(client =>
        {
            client.UseGrpc(channel);
            client.RegisterDirectly();
            if (_payloads is not null)
                client.Configure(options => options.DataConverter = _payloads);
        });
        _worker = builder.Build();
        await _worker.StartAsync(TestContext.Current.CancellationToken);
        await _hub.WhenAWorkerListensAsync();
        return Client = _worker.Services.GetRequiredService<DurableTaskClient>();
    }

    public override async Task<DurableTaskClient> RestartAsync(Action<DurableTaskRegistry>? configure = null)
    {
        await _hub.WhenQuietAsync();
        await StopAsync();
        return await StartAsync(configure ?? _configured);
    }

    public override async ValueTask DisposeAsync()
    {
        await StopAsync();
        await _hub.DisposeAsync();
    }

    private async Task StopAsync()
    {
        if (_worker is null)
            return;
        await Patience.StopAsync(_worker);
        _worker.Dispose();
        _worker = null;
        _hub.Disconnect();
    }
}
