using System.Xml.Linq;

namespace Samkjop.Tests.Architecture.AzureApp;

/// <summary>A project as it is written.</summary>
internal sealed class ProjectFile(string path)
{
    private readonly XDocument _xml = XDocument.Load(Repository.PathOf(path));

    public string Path => path;

    /// <summary>Names of the packages that it refers to, those of every project left out.</summary>
    public IReadOnlyList<string> Packages => [.. Items("PackageReference").Order(StringComparer.Ordinal)];

    /// <summary>Names of the projects that it refers to.</summary>
    public IReadOnlyList<string> Projects =>
        [.. Items("ProjectReference").Select(reference => System.IO.Path.GetFileNameWithoutExtension(reference)).Order(StringComparer.Ordinal)];

    public IEnumerable<string> Items(string kind) =>
        _xml.Descendants(kind).Select(item => item.Attribute("Include")?.Value).OfType<string>();

    public IEnumerable<XElement> Elements(string name) => _xml.Descendants(name);
}
