namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>Stands for the real one; here no HTTP is served.</summary>
public static class FunctionsApplicationBuilderAspNetCoreExtensions
{
    public static FunctionsApplicationBuilder ConfigureFunctionsWebApplication(this FunctionsApplicationBuilder builder) => builder;
}
