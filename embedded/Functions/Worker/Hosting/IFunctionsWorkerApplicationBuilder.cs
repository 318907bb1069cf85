using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Where an app registers its services and its middleware, on either host.</summary>
public interface IFunctionsWorkerApplicationBuilder
{
    public IServiceCollection Services { get; }

    /// <summary>Adds middleware inside everything added before.</summary>
    public IFunctionsWorkerApplicationBuilder Use(Func<FunctionExecutionDelegate, FunctionExecutionDelegate> middleware);
}
