using System.Text.Json.Nodes;
using Samkjop.Tests.Infrastructure.Compilation;

namespace Samkjop.Tests.Infrastructure.Checks;

/// <summary>Parameters, outputs and types of every template, and the parameter files' answers.</summary>
internal static class ParameterChecks
{
    public static IEnumerable<string> Undescribed(ArmTemplate template) =>
        from module in template.Whole
        from described in module.Parameters.Concat(module.Outputs).Concat(module.Definitions).Concat(MembersOf(module))
        where string.IsNullOrWhiteSpace(ArmTemplate.Description(described.Value))
        select $"{module.Name}: {described.Key}";

    /// <summary>A parameter's description begins with "Required." or "Optional.", and that is true.</summary>
    public static IEnumerable<string> WronglyDescribed(ArmTemplate template) =>
        from module in template.Whole
        from parameter in module.Parameters
        let word = ArmTemplate.IsRequired(parameter.Value!) ? "Required. " : "Optional. "
        where ArmTemplate.Description(parameter.Value)?.StartsWith(word, StringComparison.Ordinal) == false
        select $"{module.Name}: {parameter.Key}";

    public static IEnumerable<string> Answers(ArmTemplate template, JsonObject answers) =>
        template.Parameters.Where(parameter => ArmTemplate.IsRequired(parameter.Value!) && !answers.ContainsKey(parameter.Key)).Select(parameter => $"{parameter.Key} is required and not given")
            .Concat(answers.Where(answer => LockdownChecks.Keys(answer.Value!.ToJsonString()).Any()).Select(answer => $"{answer.Key} holds a key"));

    private static IEnumerable<KeyValuePair<string, JsonNode?>> MembersOf(ArmTemplate module) =>
        module.Definitions.Where(type => type.Value?["properties"] is not null).SelectMany(type => type.Value!["properties"]!.AsObject());
}
