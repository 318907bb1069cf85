using System.Reflection;
using System.Text.Json.Nodes;

namespace Samkjop.Functions.OpenApi;

/// <summary>The contract, merged from one file per feature. A name that two files define is an error.</summary>
public static class OpenApiContract
{
    private const string Prefix = "openapi/";

    private static readonly Lazy<JsonObject> Merged = new(Merge);

    /// <summary>The whole document; do not change it.</summary>
    public static JsonObject Document => Merged.Value;

    private static JsonObject Merge()
    {
        var assembly = typeof(OpenApiContract).Assembly;
        var contract = Read(assembly, Prefix + "_base.json");
        var features = assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal) && !name.EndsWith("_base.json", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
        foreach (var name in features)
        {
            var feature = Read(assembly, name);
            MergeInto(contract, feature, "paths", name);
            if (feature["components"] is JsonObject components && contract["components"] is JsonObject target)
            {
                foreach (var section in components.Select(s => s.Key))
                {
                    MergeInto(target, components, section, name);
                }
            }
        }

        return contract;
    }

    private static JsonObject Read(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The contract's part '{name}' is not embedded.");
        return JsonNode.Parse(stream)!.AsObject();
    }

    private static void MergeInto(JsonObject target, JsonObject source, string section, string file)
    {
        if (source[section] is not JsonObject parts)
        {
            return;
        }

        if (target[section] is not JsonObject whole)
        {
            target[section] = whole = [];
        }

        foreach (var (key, value) in parts)
        {
            if (section == "paths" && whole[key] is JsonObject path && value is JsonObject operations)
            {
                foreach (var (method, operation) in operations)
                {
                    path.Add(method, operation?.DeepClone());
                }
            }
            else if (!whole.TryAdd(key, value?.DeepClone()))
            {
                throw new InvalidOperationException($"{file}: '{key}' in {section} is defined twice in the contract.");
            }
        }
    }
}
