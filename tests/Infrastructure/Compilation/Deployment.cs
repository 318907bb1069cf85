using System.Text.Json.Nodes;

namespace Samkjop.Tests.Infrastructure.Compilation;

/// <summary>What a parameter file would deploy.</summary>
internal sealed class Deployment(JsonObject snapshot)
{
    private const string Site = "Microsoft.Web/sites";

    private JsonArray All => snapshot["predictedResources"]!.AsArray();

    public IReadOnlyList<Resource> Resources => [.. All.Select(node => new Resource(node!.AsObject()))];

    public string Json => snapshot.ToJsonString();

    public Resource App => Single(Site);

    public Resource Cosmos => Single("Microsoft.DocumentDB/databaseAccounts");

    public Resource Documents => Of("Microsoft.Storage/storageAccounts").Single(account => account.Name.StartsWith("stdocs", StringComparison.Ordinal));

    public Resource HostStorage => Of("Microsoft.Storage/storageAccounts").Single(account => account.Name.StartsWith("sthost", StringComparison.Ordinal));

    /// <summary>The app's settings by name; what only Azure knows is an expression in brackets.</summary>
    public IReadOnlyDictionary<string, string> Settings =>
        App.At("siteConfig/appSettings")!.AsArray().ToDictionary(setting => setting!["name"]!.GetValue<string>(), setting => setting!["value"]!.GetValue<string>(), StringComparer.Ordinal);

    public IReadOnlyList<Resource> Of(string type) => [.. Resources.Where(resource => string.Equals(resource.Type, type, StringComparison.OrdinalIgnoreCase))];

    public Resource Single(string type) => Of(type).Single();

    public Resource Single(string type, string ownName) => Of(type).Single(resource => resource.OwnName == ownName);

    /// <summary>Resources of a type below another.</summary>
    public IReadOnlyList<Resource> Below(Resource parent, string type) =>
        [.. Of(type).Where(resource => resource.Id.StartsWith(parent.Id + "/", StringComparison.OrdinalIgnoreCase))];

    /// <summary>A copy that can be spoilt.</summary>
    public Deployment Copy() => new(snapshot.DeepClone().AsObject());

    public void Remove(Resource resource) => All.Remove(resource.Json);

    public void Add(JsonObject resource) => All.Add((JsonNode)resource);

    public void Set(string setting, string? value)
    {
        var settings = App.At("siteConfig/appSettings")!.AsArray();
        if (settings.FirstOrDefault(known => known!["name"]!.GetValue<string>() == setting) is { } old)
        {
            settings.Remove(old);
        }

        if (value is not null)
        {
            settings.Add((JsonNode)new JsonObject { ["name"] = setting, ["value"] = value });
        }
    }
}
