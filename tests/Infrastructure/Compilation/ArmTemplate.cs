using System.Text.Json.Nodes;

namespace Samkjop.Tests.Infrastructure.Compilation;

/// <summary>A compiled template with those of its modules in it.</summary>
internal sealed class ArmTemplate(string name, JsonObject json)
{
    public string Name => name;

    public JsonObject Parameters => Members("parameters");

    public JsonObject Outputs => Members("outputs");

    public JsonObject Definitions => Members("definitions");

    public string Text => json.ToJsonString();

    /// <summary>This template and those of the modules below it.</summary>
    public IEnumerable<ArmTemplate> Whole => Modules.SelectMany(module => module.Whole).Prepend(this);

    private IEnumerable<ArmTemplate> Modules =>
        from resource in json["resources"] is JsonObject named ? named.Select(member => member.Value!) : json["resources"]!.AsArray().Select(item => item!)
        where resource["type"]?.GetValue<string>() == "Microsoft.Resources/deployments"
        select new ArmTemplate($"{name}/{resource.GetPropertyName()}", resource["properties"]!["template"]!.AsObject());

    public static ArmTemplate Parse(string text) => new("main", JsonNode.Parse(text)!.AsObject());

    /// <summary>A parameter without a default that takes no null either.</summary>
    public static bool IsRequired(JsonNode parameter) => parameter["defaultValue"] is null && parameter["nullable"]?.GetValue<bool>() != true;

    public static string? Description(JsonNode? described) => described?["metadata"]?["description"]?.GetValue<string>();

    public ArmTemplate Copy() => new(name, json.DeepClone().AsObject());

    private JsonObject Members(string section) => json[section]?.AsObject() ?? [];
}
