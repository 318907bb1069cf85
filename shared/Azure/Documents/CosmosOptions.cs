using Microsoft.Extensions.Configuration;
using Samkjop.Azure.Identity;

namespace Samkjop.Azure;

/// <summary>Where the document store is and who asks, as the section <see cref="AzureSections.Cosmos"/> says it. The change-feed trigger reads the same section.</summary>
public sealed record CosmosOptions
{
    internal const string EndpointSetting = "accountEndpoint";

    /// <summary>The account's address, such as <c>https://samkjop.documents.azure.com:443/</c>.</summary>
    public string? AccountEndpoint { get; set; }

    /// <summary>Who the app is there.</summary>
    public IdentitySettings Identity { get; set; } = new(null, null);

    /// <summary>A connection string in the place of all that, in Development only.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>How long a call is tried, throttling included, before the store counts as unavailable; the default is 30 s, by the machine's clock.</summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(30);

    internal void Read(IConfigurationSection section)
    {
        AccountEndpoint = section.Text(EndpointSetting);
        Identity = IdentitySettings.Of(section);
        ConnectionString = section.Text();
    }

    // Record's own text would show the connection string in a log.
    /// <inheritdoc />
    public override string ToString() => nameof(CosmosOptions);
}
