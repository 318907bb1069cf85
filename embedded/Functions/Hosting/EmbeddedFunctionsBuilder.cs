using System.Net;
using System.Text.Json;
using Azure.Core.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Samkjop.Embedded.Functions.Hosting;
using Samkjop.Embedded.Functions.Http;
using Samkjop.Embedded.Functions.Queues;

namespace Samkjop.Embedded.Functions;

/// <summary>
/// Builds a functions app for this process. Register the app's services and middleware on it as on the real worker's builder;
/// <see cref="TimeProvider"/> and <see cref="ILocalQueues"/> are there already.
/// </summary>
public sealed class EmbeddedFunctionsBuilder : IFunctionsWorkerApplicationBuilder
{
    /// <summary>The real host's limit of a request's body, bytes.</summary>
    private const long MaxRequestBody = 104_857_600;

    private readonly EmbeddedFunctionsOptions _options;
    private readonly WebApplicationBuilder _web;
    private readonly HostJson _host;
    private readonly LocalQueues _queues;
    private readonly List<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> _middleware = [];

    private EmbeddedFunctionsBuilder(EmbeddedFunctionsOptions options)
    {
        _options = options;
        _host = HostJson.Read(options.HostJson);
        _queues = new LocalQueues(options.File, options.Scheduler);
        var endpoint = ListenAddress.Parse(options.Listen, options.AllowRemoteConnections);

        _web = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        _web.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxRequestBody;
            kestrel.Listen(endpoint);
        });
        ConfigureLogging();
        ConfigureServices(endpoint.Address);
    }

    public IServiceCollection Services => _web.Services;

    public IConfigurationManager Configuration => _web.Configuration;

    public ILoggingBuilder Logging => _web.Logging;

    /// <exception cref="FunctionStartupException">host.json or the address is refused.</exception>
    public static EmbeddedFunctionsBuilder Create(EmbeddedFunctionsOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new EmbeddedFunctionsBuilder(options);
    }

    public IFunctionsWorkerApplicationBuilder Use(Func<FunctionExecutionDelegate, FunctionExecutionDelegate> middleware)
    {
        ArgumentNullException.ThrowIfNull(middleware);
        _middleware.Add(middleware);
        return this;
    }

    /// <summary>Finds the functions and puts the app together; nothing runs yet.</summary>
    /// <exception cref="FunctionStartupException">A function, its bindings or a setting it needs is refused.</exception>
    public EmbeddedFunctionsApp Build()
    {
        var web = _web.Build();
        try
        {
            return AppAssembler.Assemble(_options, _host, web, _queues, _middleware);
        }
        catch
        {
            ((IDisposable)web).Dispose();
            throw;
        }
    }

    private void ConfigureLogging()
    {
        // The configuration's own "Logging" section comes after host.json, as the app settings do on Azure.
        foreach (var (category, level) in _host.LogLevels)
        {
            if (category.Equals("default", StringComparison.OrdinalIgnoreCase))
                _web.Logging.SetMinimumLevel(level);
            else
                _web.Logging.AddFilter(category, level);
        }

        _web.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        _web.Logging.AddFilter("Microsoft.Hosting", LogLevel.Warning);
        // What goes wrong at start is thrown to the caller, who says it in words.
        _web.Logging.AddFilter("Microsoft.Extensions.Hosting", LogLevel.None);
        Services.Configure<ConsoleLifetimeOptions>(o => o.SuppressStatusMessages = true);
    }

    private void ConfigureServices(IPAddress address)
    {
        // A page in the browser must not reach this host through a name of its own that leads to loopback.
        Services.AddHostFiltering(o => o.AllowedHosts = ["localhost", "127.0.0.1", "[::1]", address.ToString()]);
        Services.AddRouting();
        Services.AddSingleton(_options.Scheduler.Clock);
        Services.AddSingleton<ILocalQueues>(_queues);
        Services.Configure<JsonSerializerOptions>(o => o.PropertyNameCaseInsensitive = true);
        Services.AddOptions<WorkerOptions>().PostConfigure<IOptions<JsonSerializerOptions>>(
            (worker, json) => worker.Serializer ??= new JsonObjectSerializer(json.Value));
    }
}
