using System.Text.Json.Nodes;

namespace Samkjop.Tests.Infrastructure.Compilation;

/// <summary>A parameter file built together with the template that it is for; the linter has run over all of it.</summary>
internal sealed class BuiltParameters
{
    private static readonly Lazy<BuiltParameters> _dev = new(() => new("dev"));
    private static readonly Lazy<BuiltParameters> _prod = new(() => new("prod"));

    private readonly JsonNode _built;

    private BuiltParameters(string stage)
    {
        var (output, complaints) = BicepCommand.Run("build-params", Repository.PathOf("infra-bicep", $"{stage}.bicepparam"), "--stdout");
        Complaints = complaints;
        _built = JsonNode.Parse(output.Length > 0 ? output : "{}")!;
    }

    /// <summary>The template with its modules, the same for every stage.</summary>
    public static ArmTemplate Template { get; } = ArmTemplate.Parse(Of("prod")._built["templateJson"]!.GetValue<string>());

    /// <summary>Errors and warnings; empty when there are none.</summary>
    public string Complaints { get; }

    /// <summary>A copy of the answers that the file gives.</summary>
    public JsonObject Answers => JsonNode.Parse(_built["parametersJson"]!.GetValue<string>())!["parameters"]!.AsObject();

    public static BuiltParameters Of(string stage) => stage == "dev" ? _dev.Value : _prod.Value;
}
