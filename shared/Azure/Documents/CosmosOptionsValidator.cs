using Microsoft.Extensions.Options;

namespace Samkjop.Azure;

/// <summary>Tells what is wrong with the settings, by the names under which they are set.</summary>
internal sealed class CosmosOptionsValidator : IValidateOptions<CosmosOptions>
{
    private const string Endpoint = $"{AzureSections.Cosmos}__accountEndpoint";

    private const string ManagedIdentity = "managedidentity";

    private const string Example = "https://{account}.documents.azure.com:443/";

    public ValidateOptionsResult Validate(string? name, CosmosOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        string[] faults = [.. FaultsOf(options)];
        return faults is [] ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> FaultsOf(CosmosOptions options)
    {
        var hasConnectionString = !string.IsNullOrWhiteSpace(options.ConnectionString);
        var hasEndpoint = !string.IsNullOrWhiteSpace(options.AccountEndpoint);
        if (hasConnectionString && hasEndpoint)
        {
            yield return $"{AzureSections.Cosmos} and {Endpoint} are both set; remove {AzureSections.Cosmos}, which holds a key.";
        }
        else if (hasConnectionString && !options.Development)
        {
            yield return $"{AzureSections.Cosmos} holds a connection string with a key, which is for Development only; set {Endpoint} ({Example}) and grant the app's identity its role.";
        }
        else if (hasConnectionString)
        {
            if (FaultOfConnectionString(options.ConnectionString!) is { } fault)
            {
                yield return fault;
            }
        }
        else if (!hasEndpoint)
        {
            yield return $"{Endpoint} is missing; set it to the account's address, {Example}";
        }
        else if (FaultOfEndpoint(options.AccountEndpoint!, options.Development) is { } fault)
        {
            yield return fault;
        }

        if (!string.IsNullOrWhiteSpace(options.Credential) && !string.Equals(options.Credential, ManagedIdentity, StringComparison.OrdinalIgnoreCase))
        {
            yield return $"{AzureSections.Cosmos}__credential is '{options.Credential}', which is unknown; set it to '{ManagedIdentity}', or remove it.";
        }

        if (!string.IsNullOrWhiteSpace(options.ClientId) && !Guid.TryParse(options.ClientId, out _))
        {
            yield return $"{AzureSections.Cosmos}__clientId is '{options.ClientId}', which is no client id (a GUID) of an identity.";
        }
    }

    private static string? FaultOfEndpoint(string endpoint, bool development)
    {
        if (!Uri.TryCreate(endpoint, UriKind.Absolute, out var uri) || (uri.Scheme != Uri.UriSchemeHttps && uri.Scheme != Uri.UriSchemeHttp) || uri.AbsolutePath != "/")
        {
            return $"{Endpoint} is '{endpoint}', which is no address of an account; set it to {Example}";
        }

        return uri.Scheme == Uri.UriSchemeHttps || development
            ? null
            : $"{Endpoint} is '{endpoint}', which is not encrypted; use https:// outside Development.";
    }

    private static string? FaultOfConnectionString(string connectionString)
    {
        var parts = CosmosConnectionString.Parse(connectionString);
        if (parts is null)
        {
            return $"{AzureSections.Cosmos} is no connection string; it has the form AccountEndpoint=…;AccountKey=…;";
        }

        return FaultOfEndpoint(parts.Endpoint, development: true)?.Replace(Endpoint, $"AccountEndpoint in {AzureSections.Cosmos}", StringComparison.Ordinal);
    }
}
