using Samkjop.Ports;

namespace Samkjop.Host.Storage;

/// <summary>An upload exceeds what the store takes at all.</summary>
public sealed class BlobTooLargeException(long maxBytes) : StoreException($"The upload is larger than {maxBytes} bytes. Nothing was kept; send less.");
