using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Samkjop.Azure;
using Samkjop.Functions.Composition;
using Samkjop.Functions.Http.Tokens;
using Samkjop.Functions.Relay;
using Samkjop.People;
using Samkjop.Tests.Infrastructure.Compilation;

namespace Samkjop.Tests.Infrastructure.Checks;

/// <summary>The app finds every setting that its triggers, adapters and options ask for, and none that the plan refuses.</summary>
internal static partial class SettingChecks
{
    private const string Client = "22222222-3333-4444-5555-666666666666";

    /// <summary>Sections → the addresses below them. Triggers and adapters read the same.</summary>
    private static readonly Dictionary<string, string[]> _addresses = new(StringComparer.Ordinal)
    {
        [AzureSections.Cosmos] = ["accountEndpoint"],
        [AzureSections.Storage] = ["blobServiceUri", "queueServiceUri"],
        [AzureSections.KeyVault] = ["vaultUri"],
        ["AzureWebJobsStorage"] = ["accountName"],
    };

    /// <summary>Flex Consumption has properties for these and refuses or ignores the settings.</summary>
    private static readonly string[] _refused =
    [
        "FUNCTIONS_EXTENSION_VERSION", "FUNCTIONS_WORKER_RUNTIME", "WEBSITE_RUN_FROM_PACKAGE", "WEBSITE_CONTENTAZUREFILECONNECTIONSTRING", "WEBSITE_CONTENTSHARE",
        "WEBSITE_TIME_ZONE", "WEBSITE_VNET_ROUTE_ALL", "SCM_DO_BUILD_DURING_DEPLOYMENT", "ENABLE_ORYX_BUILD", "AZURE_FUNCTIONS_ENVIRONMENT",
    ];

    public static IEnumerable<string> Problems(Deployment deployment)
    {
        var settings = deployment.Settings;
        return Connections(settings)
            .Concat(_refused.Where(settings.ContainsKey).Select(name => $"{name} is set, which the plan has no use for"))
            .Concat(settings.Keys.Where(name => !SettingName().IsMatch(name)).Select(name => $"'{name}' is no name of an environment variable"))
            .Concat(Telemetry(settings))
            .Concat(Tokens(settings))
            .Concat(History(settings))
            .Concat(Refusals(settings));
    }

    /// <summary>The settings as the app reads them, with samples for what only Azure knows.</summary>
    public static IConfiguration AsConfiguration(IReadOnlyDictionary<string, string> settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key.Replace("__", ":", StringComparison.Ordinal), (string?)Sample(setting.Value)))).Build();

    private static IEnumerable<string> Connections(IReadOnlyDictionary<string, string> settings)
    {
        var named = Code.QueueTriggers.Select(trigger => trigger.Connection).Concat(Code.FeedTriggers.Select(trigger => trigger.Connection));
        foreach (var section in named.Where(connection => connection is not null && !_addresses.ContainsKey(connection)).Distinct(StringComparer.Ordinal))
        {
            yield return $"a trigger reads the connection {section}, of which the deployment knows nothing";
        }

        foreach (var (section, addresses) in _addresses)
        {
            foreach (var name in addresses.Append("clientId").Select(setting => $"{section}__{setting}").Where(name => !settings.ContainsKey(name)))
            {
                yield return $"{name} is missing";
            }

            if (settings.GetValueOrDefault($"{section}__credential") != "managedidentity")
            {
                yield return $"{section}__credential is not managedidentity";
            }

            if (settings.ContainsKey(section))
            {
                yield return $"{section} is set as one value, which holds a key";
            }
        }
    }

    /// <summary>What the app would say instead of starting, composed as on Azure.</summary>
    private static IEnumerable<string> Refusals(IReadOnlyDictionary<string, string> settings)
    {
        var configuration = AsConfiguration(settings);
        var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System);
        services.AddAzureAdapters(configuration, development: false).AddSamkjop(configuration);
        using var provider = services.BuildServiceProvider();
        try
        {
            provider.GetRequiredService<IStartupValidator>().Validate();
            return [];
        }
        catch (OptionsValidationException refusal)
        {
            return refusal.Failures;
        }
        catch (AggregateException refusals)
        {
            return refusals.InnerExceptions.Select(refusal => refusal.Message);
        }
    }

    private static IEnumerable<string> Telemetry(IReadOnlyDictionary<string, string> settings)
    {
        if (!settings.ContainsKey("APPLICATIONINSIGHTS_CONNECTION_STRING"))
        {
            yield return "APPLICATIONINSIGHTS_CONNECTION_STRING is missing";
        }

        if (AsConfiguration(settings)[MonitorIdentity.Setting] is not { } identity || !identity.Contains("ClientId=", StringComparison.Ordinal) || MonitorIdentity.From(identity) is null)
        {
            yield return $"{MonitorIdentity.Setting} names no identity";
        }
    }

    private static IEnumerable<string> Tokens(IReadOnlyDictionary<string, string> settings)
    {
        var options = AsConfiguration(settings).GetSection(TokenOptions.Section).Get<TokenOptions>() ?? new TokenOptions();
        foreach (var fault in Faults(options))
        {
            yield return fault;
        }

        foreach (var issuer in options.Issuers)
        {
            if (!Uri.TryCreate(issuer.MetadataAddress, UriKind.Absolute, out var metadata) || metadata.Scheme != Uri.UriSchemeHttps || issuer.Issuer.Length == 0 || issuer.Audience.Length == 0)
            {
                yield return $"the issuer '{issuer.Issuer}' lacks an audience or an https metadata address";
            }

            foreach (var role in issuer.GrantableRoles.Except(Role.All, StringComparer.Ordinal))
            {
                yield return $"'{issuer.Issuer}' may grant '{role}', which is no role";
            }
        }

        foreach (var role in Role.All.Except(options.Issuers.SelectMany(issuer => issuer.GrantableRoles), StringComparer.Ordinal))
        {
            yield return $"nobody may grant the role '{role}'";
        }

        foreach (var issuer in options.Issuers.Where(issuer => issuer.GrantableRoles.Any(IsSuppliers) && !issuer.GrantableRoles.All(IsSuppliers)))
        {
            yield return $"'{issuer.Issuer}' may grant roles of suppliers and of staff";
        }
    }

    private static bool IsSuppliers(string role) => role is Role.SupplierUser or Role.SupplierSystem;

    private static IEnumerable<string> History(IReadOnlyDictionary<string, string> settings) =>
        settings.ContainsKey($"{HistoryOptions.Section}__{nameof(HistoryOptions.RetentionDays)}")
            ? Faults(AsConfiguration(settings).GetSection(HistoryOptions.Section).Get<HistoryOptions>()!)
            : [$"{HistoryOptions.Section}__{nameof(HistoryOptions.RetentionDays)} is missing"];

    private static IEnumerable<string> Faults(object options)
    {
        var faults = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), faults, validateAllProperties: true);
        return faults.Select(fault => fault.ErrorMessage!);
    }

    private static string Sample(string value) => value switch
    {
        _ when !value.StartsWith('[') => value,
        _ when OneClient().Match(value) is { Success: true } text => text.Groups[1].Value.Replace("{0}", Client, StringComparison.Ordinal),
        _ when value.EndsWith("Endpoints.blob]", StringComparison.Ordinal) => "https://stdocs.blob.core.windows.net/",
        _ when value.EndsWith("Endpoints.queue]", StringComparison.Ordinal) => "https://stdocs.queue.core.windows.net/",
        _ when value.EndsWith(".documentEndpoint]", StringComparison.Ordinal) => "https://cosmos.documents.azure.com:443/",
        _ when value.EndsWith(".vaultUri]", StringComparison.Ordinal) => "https://kv.vault.azure.net/",
        _ when value.EndsWith(".clientId]", StringComparison.Ordinal) => Client,
        _ => "known to Azure only",
    };

    [GeneratedRegex(@"^\[format\('([^']*)', reference\([^)]*\)\.clientId\)\]$")]
    private static partial Regex OneClient();

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_]*$")]
    private static partial Regex SettingName();
}
