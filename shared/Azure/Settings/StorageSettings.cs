using Microsoft.Extensions.Configuration;
using Samkjop.Azure.Identity;

namespace Samkjop.Azure;

/// <summary>The account of documents and queues, as the section <see cref="AzureSections.Storage"/> says it. The queue triggers read the same section.</summary>
public sealed record StorageSettings
{
    internal const string BlobSetting = "blobServiceUri";
    internal const string QueueSetting = "queueServiceUri";

    /// <summary>The account's blob endpoint.</summary>
    public string? BlobServiceUri { get; set; }

    /// <summary>The account's queue endpoint.</summary>
    public string? QueueServiceUri { get; set; }

    /// <summary>Who the app is there.</summary>
    public IdentitySettings Identity { get; set; } = new(null, null);

    /// <summary>A connection string in the place of all that, in Development only.</summary>
    public string? ConnectionString { get; set; }

    internal void Read(IConfigurationSection section)
    {
        BlobServiceUri = section.Text(BlobSetting);
        QueueServiceUri = section.Text(QueueSetting);
        Identity = IdentitySettings.Of(section);
        ConnectionString = section.Text();
    }

    // Record's own text would show the connection string in a log.
    /// <inheritdoc />
    public override string ToString() => nameof(StorageSettings);
}
