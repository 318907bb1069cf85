using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Samkjop.Tests.Azure.Start;

namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>
/// Fake: a generic host in place of the worker's. Settings come from the command line alone. There are no triggers: middleware is taken and never run.
/// </summary>
public class FunctionsApplicationBuilder : IHostApplicationBuilder, IFunctionsWorkerApplicationBuilder
{
    private readonly HostApplicationBuilder _builder;
    private readonly StartProbe? _probe = StartProbe.Current;

    internal FunctionsApplicationBuilder(string[] args)
    {
        var settings = new ConfigurationManager();
        settings.AddCommandLine(args);
        _builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true, Configuration = settings });
        _probe?.Prepare(_builder.Services);
    }

    public IDictionary<object, object> Properties => ((IHostApplicationBuilder)_builder).Properties;

    public ConfigurationManager Configuration => _builder.Configuration;

    public IHostEnvironment Environment => _builder.Environment;

    public ILoggingBuilder Logging => _builder.Logging;

    public IMetricsBuilder Metrics => _builder.Metrics;

    public IServiceCollection Services => _builder.Services;

    IConfigurationManager IHostApplicationBuilder.Configuration => Configuration;

    public IHost Build()
    {
        var host = _builder.Build();
        _probe?.Watch(host);
        return host;
    }

    public void ConfigureContainer<TContainerBuilder>(IServiceProviderFactory<TContainerBuilder> factory, Action<TContainerBuilder>? configure = null)
        where TContainerBuilder : notnull => _builder.ConfigureContainer(factory, configure);

    public IFunctionsWorkerApplicationBuilder Use(Func<FunctionExecutionDelegate, FunctionExecutionDelegate> middleware) => this;
}
