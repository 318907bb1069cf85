using System.Data.Common;

namespace Samkjop.Azure;

/// <summary>The parts of a connection string.</summary>
/// <param name="Endpoint">The account's address.</param>
/// <param name="Key">Its key, base64.</param>
internal sealed record CosmosConnectionString(string Endpoint, string Key)
{
    /// <summary>Null when the text is none.</summary>
    public static CosmosConnectionString? Parse(string text)
    {
        try
        {
            var parts = new DbConnectionStringBuilder { ConnectionString = text };
            return parts.TryGetValue("AccountEndpoint", out var endpoint) && parts.TryGetValue("AccountKey", out var key)
                && Convert.TryFromBase64String($"{key}", new byte[1024], out var length) && length > 0
                ? new CosmosConnectionString($"{endpoint}", $"{key}")
                : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
