using NJsonSchema;
using NJsonSchema.References;
using Samkjop.Tests.Architecture;

namespace Samkjop.Tests.Publication;

/// <summary>
/// The schemas of OCDS 1.1.5, which lie in a folder beside the clone and are not part of it. The one of versioned releases is not among them, so that nothing is
/// asked of those.
/// </summary>
internal static class OcdsSchemas
{
    private const string Home = "https://standard.open-contracting.org/schema/1__1__5/";

    public static string Folder { get; } = Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "ocds"));

    /// <summary>Says plainly where the schemas are not there, and ends the test.</summary>
    public static void Require() => Assert.SkipUnless(Directory.Exists(Folder), $"{Folder} is absent: nothing was held against the schemas of OCDS 1.1.5.");

    public static Task<JsonSchema> ReleaseAsync() => ReadAsync("release-schema.json");

    public static Task<JsonSchema> ReleasePackageAsync() => ReadAsync("release-package-schema.json");

    public static Task<JsonSchema> RecordPackageAsync() => ReadAsync("record-package-schema.json");

    /// <summary>What is wrong with the JSON; empty when it is valid.</summary>
    public static string ProblemsOf(JsonSchema schema, string json) => string.Join('\n', schema.Validate(json).Select(problem => problem.ToString()));

    private static async Task<JsonSchema> ReadAsync(string name) =>
        await JsonSchema.FromJsonAsync(await File.ReadAllTextAsync(Path.Combine(Folder, name)), Home + name, schema => new Resolver(new JsonSchemaAppender(schema, new DefaultTypeNameGenerator())));

    /// <summary>Finds by file what the schemas name by address: nothing is fetched.</summary>
    private sealed class Resolver(JsonSchemaAppender appender) : JsonReferenceResolver(appender)
    {
        public override async Task<IJsonReference> ResolveUrlReferenceAsync(string url, CancellationToken cancellationToken = default)
        {
            var name = url[(url.LastIndexOf('/') + 1)..];
            return File.Exists(Path.Combine(Folder, name)) ? await ReadAsync(name) : new JsonSchema();
        }
    }
}
