using Samkjop.Ports;

namespace Samkjop.Azure.Keys;

/// <summary>Key Vault has no such key, or will not use it for this; trying again does not help.</summary>
public sealed class KeyVaultKeyException(string message, Exception? inner = null) : StoreException(message, inner);
