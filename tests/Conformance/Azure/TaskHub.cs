using System.Net;
using DurableTask.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.DurableTask.Testing.Sidecar;
using Microsoft.DurableTask.Testing.Sidecar.Grpc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Samkjop.Tests.Conformance.Backend;

/// <summary>
/// The state of one test in memory, behind the test host's gRPC service on a free loopback port. It outlives the workers that come and go,
/// which the test host's own start method does not offer.
/// </summary>
internal sealed class TaskHub : IAsyncDisposable
{
    /// <summary>The in-process store tells neither when a worker has connected nor when it has nothing in hand; these spans are long for both.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(300);

    private WebApplication? _service;
    private GrpcChannel? _channel;

    /// <summary>Starts the service once, and gives a fresh connection to it.</summary>
    public async Task<GrpcChannel> ConnectAsync()
    {
        _service ??= await StartAsync();
        var address = _service.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return _channel = GrpcChannel.ForAddress(address);
    }

    public Task WhenAWorkerListensAsync() => Task.Delay(Settling, TestContext.Current.CancellationToken);

    public Task WhenQuietAsync() => Task.Delay(Settling, TestContext.Current.CancellationToken);

    public void Disconnect() => _channel?.Dispose();

    public async ValueTask DisposeAsync()
    {
        Disconnect();
        if (_service is null)
            return;
        await Patience.StopAsync(_service);
        await _service.DisposeAsync();
    }

    private static async Task<WebApplication> StartAsync()
    {
        var store = new InMemoryOrchestrationService();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc(grpc => grpc.MaxReceiveMessageSize = grpc.MaxSendMessageSize = null);
        builder.Services.AddSingleton<IOrchestrationService>(store);
        builder.Services.AddSingleton<IOrchestrationServiceClient>(store);
        builder.Services.AddSingleton<TaskHubGrpcServer>();
        var service = builder.Build();
        service.MapGrpcService<TaskHubGrpcServer>();
        await service.StartAsync(TestContext.Current.CancellationToken);
        return service;
    }
}
