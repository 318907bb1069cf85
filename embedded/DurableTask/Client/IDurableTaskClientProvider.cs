namespace Microsoft.DurableTask.Client;

/// <summary>Gives clients by name.</summary>
public interface IDurableTaskClientProvider
{
    /// <summary>The client of that name, the default one when absent.</summary>
    DurableTaskClient GetClient(string? name = null);
}
