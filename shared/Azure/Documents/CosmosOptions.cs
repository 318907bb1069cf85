namespace Samkjop.Azure;

/// <summary>Where the document store is and who asks; section <see cref="AzureSections.Cosmos"/>.</summary>
public sealed record CosmosOptions
{
    /// <summary><c>Cosmos__accountEndpoint</c>, such as <c>https://samkjop.documents.azure.com:443/</c>.</summary>
    public string? AccountEndpoint { get; set; }

    /// <summary><c>Cosmos__credential</c>: <c>managedidentity</c>, or none for the environment's own.</summary>
    public string? Credential { get; set; }

    /// <summary><c>Cosmos__clientId</c>: the user-assigned identity.</summary>
    public string? ClientId { get; set; }

    /// <summary><c>Cosmos</c> as one value, with a key in it: in Development only, and instead of an endpoint.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>Whether this is a developer's machine.</summary>
    public bool Development { get; set; }

    /// <summary>How long a call is tried, throttling included, before the store counts as unavailable; the default is 30 s, by the machine's clock.</summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(30);
}
