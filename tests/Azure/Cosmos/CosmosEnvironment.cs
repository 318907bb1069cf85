using System.Runtime.CompilerServices;

namespace Samkjop.Tests.Azure.Cosmos;

internal static class CosmosEnvironment
{
    /// <summary>Query text goes to Microsoft's own parser, which comes with the SDK; and nobody looks for a machine in Azure.</summary>
    [ModuleInitializer]
    internal static void Set()
    {
        Environment.SetEnvironmentVariable("AZURE_COSMOS_USE_QUERY_PLAN_INTEROP_LINUX", "true");
        Environment.SetEnvironmentVariable("COSMOS_DISABLE_IMDS_ACCESS", "true");
    }
}
