using System.Runtime.ExceptionServices;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Samkjop.Tests.Azure.Start;

/// <summary>The Azure app as its own Program.cs starts it, in this process, on a host without triggers.</summary>
public sealed class AzureApp : IAsyncDisposable
{
    private readonly IHost _host;
    private readonly Task _run;

    private AzureApp(IHost host, Task run) => (_host, _run) = (host, run);

    public IServiceProvider Services => _host.Services;

    /// <summary>Runs Program.cs until the host has started.</summary>
    /// <param name="settings">App settings, <c>__</c> between sections as in the environment.</param>
    /// <param name="before">Registers services before Program.cs does; adapters leave them in place.</param>
    /// <exception cref="Exception">Whatever Program.cs ended with instead, such as a refused setting.</exception>
    public static async Task<AzureApp> StartAsync(IEnumerable<KeyValuePair<string, string>> settings, Action<IServiceCollection>? before = null)
    {
        var probe = new StartProbe(before);
        string[] arguments = [.. settings.Select(setting => $"--{Name(setting.Key)}={setting.Value}")];
        var run = Task.Run(() =>
        {
            StartProbe.Current = probe;
            RunProgram(arguments);
        });
        if (await Task.WhenAny(probe.Started, run) == run)
        {
            await run;
            throw new InvalidOperationException("Program.cs came to its end without starting a host.");
        }

        return new AzureApp(await probe.Started, run);
    }

    public async ValueTask DisposeAsync()
    {
        Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        await _run;
    }

    // The Functions host gives the worker its environment's name without the prefix.
    private static string Name(string setting) =>
        setting == "AZURE_FUNCTIONS_ENVIRONMENT" ? HostDefaults.EnvironmentKey : setting.Replace("__", ":", StringComparison.Ordinal);

    private static void RunProgram(string[] arguments)
    {
        try
        {
            typeof(AzureApp).Assembly.EntryPoint!.Invoke(obj: null, [arguments]);
        }
        catch (TargetInvocationException wrapped) when (wrapped.InnerException is not null)
        {
            ExceptionDispatchInfo.Throw(wrapped.InnerException);
        }
    }
}
