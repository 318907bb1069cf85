using Azure.Core.Serialization;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Settings of the worker.</summary>
public class WorkerOptions
{
    public WorkerOptions()
    {
    }

    /// <summary>Reads and writes every JSON payload of triggers and of the durable engine. Unset: System.Text.Json, property names in any case.</summary>
    public ObjectSerializer? Serializer { get; set; }
}
