namespace Samkjop.Ports;

/// <summary>A fault of the document or blob store; a refusal of the domain is never an exception.</summary>
public abstract class StoreException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>A document with this id exists in the partition.</summary>
public sealed class DocumentExistsException(string kind, string partitionKey, string id)
    : StoreException($"A {kind} '{id}' already exists in '{partitionKey}'. Nothing was changed.");

/// <summary>The document was written or deleted by somebody else since it was read.</summary>
public sealed class DocumentChangedException(string kind, string partitionKey, string id)
    : StoreException($"The {kind} '{id}' in '{partitionKey}' was changed meanwhile. Nothing was changed; read it again and decide again.");

/// <summary>The document was written by newer code.</summary>
public sealed class DocumentTooNewException(string kind, string id, int found, int known)
    : StoreException($"The {kind} '{id}' has schema version {found}; this version of the app knows up to {known}. Nothing was changed; upgrade the app.");

/// <summary>The store cannot be reached or throttles beyond patience.</summary>
public sealed class StoreUnavailableException(string message, Exception? inner = null, TimeSpan? retryAfter = null)
    : StoreException(message, inner)
{
    /// <summary>When trying again is worth it.</summary>
    public TimeSpan RetryAfter { get; } = retryAfter ?? TimeSpan.FromSeconds(5);
}

/// <summary>A continuation was sent that this store has not given.</summary>
public sealed class InvalidContinuationException(Exception? inner = null)
    : StoreException("The continuation is none that this store has given. Nothing was changed; begin again with the first page.", inner);
