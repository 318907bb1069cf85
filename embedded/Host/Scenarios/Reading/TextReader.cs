using YamlDotNet.RepresentationModel;

namespace Samkjop.Host.Scenarios;

/// <summary>Reads <c>{ no: …, en: … }</c>.</summary>
internal static class TextReader
{
    public static Text? Read(YamlNode node, string key, Findings findings)
    {
        if (MappingReader.Of(node, $"'{key}' in Norwegian and English", findings) is not { } mapping)
        {
            return null;
        }

        var text = new Text(mapping.RequireText("no"), mapping.RequireText("en"));
        mapping.Done();
        return text;
    }
}
