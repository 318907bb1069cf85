namespace Samkjop.Ports;

/// <summary>Secrets by name: webhook secrets, signing keys. Never in documents, never in logs.</summary>
public interface ISecretStore
{
    /// <summary>The secret's current value; null when there is none.</summary>
    Task<string?> FindAsync(string name, CancellationToken cancellationToken = default);

    /// <summary>Sets the secret's value.</summary>
    Task SetAsync(string name, string value, CancellationToken cancellationToken = default);
}
