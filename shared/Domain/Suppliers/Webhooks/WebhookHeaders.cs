namespace Samkjop.Suppliers.Webhooks;

/// <summary>The three headers of Standard Webhooks 1.0.0, as received; <see langword="null"/> where one is missing.</summary>
/// <param name="Id"><c>webhook-id</c>: unique per message, the same for every retry, so it is the key against handling one twice.</param>
/// <param name="Timestamp"><c>webhook-timestamp</c>: seconds since 1970-01-01T00:00Z, decimal digits only.</param>
/// <param name="Signature"><c>webhook-signature</c>: one or more of <c>v1,&lt;base64&gt;</c>, separated by spaces.</param>
public sealed record WebhookHeaders(string? Id, string? Timestamp, string? Signature)
{
    /// <summary>Name of the header of <see cref="Id"/>.</summary>
    public const string IdName = "webhook-id";

    /// <summary>Name of the header of <see cref="Timestamp"/>.</summary>
    public const string TimestampName = "webhook-timestamp";

    /// <summary>Name of the header of <see cref="Signature"/>.</summary>
    public const string SignatureName = "webhook-signature";

    /// <summary>Longest id that is accepted, characters.</summary>
    public const int LongestId = 256;
}
