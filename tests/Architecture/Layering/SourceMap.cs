using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Samkjop.Tests.Architecture.Layering;

/// <summary>Tells from the portable PDB which source file declares each type of an assembly.</summary>
internal static class SourceMap
{
    // The compiler names the files of types that have no code of their own (interfaces, enums) under this kind.
    private static readonly Guid TypeDefinitionDocuments = new("932E74BC-DBA9-4478-8D46-0F32A7BAB3D3");

    /// <summary>Metadata token of the type → its file below the repository's root. Types of generated files are left out.</summary>
    public static IReadOnlyDictionary<int, string> Read(string assemblyPath)
    {
        using var pe = new PEReader(File.OpenRead(assemblyPath));
        var metadata = pe.GetMetadataReader();
        using var provider = MetadataReaderProvider.FromPortablePdbStream(File.OpenRead(Path.ChangeExtension(assemblyPath, ".pdb")));
        var pdb = provider.GetMetadataReader();
        var files = new Dictionary<int, string>();
        foreach (var handle in metadata.TypeDefinitions)
        {
            var file = Documents(handle, metadata, pdb)
                .Select(document => Repository.Relative(pdb.GetString(pdb.GetDocument(document).Name)))
                .FirstOrDefault(path => path is not null && !path.Contains("/obj/", StringComparison.Ordinal));
            if (file is not null)
                files[MetadataTokens.GetToken(handle)] = file;
        }

        return files;
    }

    private static IEnumerable<DocumentHandle> Documents(TypeDefinitionHandle type, MetadataReader metadata, MetadataReader pdb)
    {
        foreach (var method in metadata.GetTypeDefinition(type).GetMethods())
        {
            var debug = pdb.GetMethodDebugInformation(method.ToDebugInformationHandle());
            if (!debug.Document.IsNil)
                yield return debug.Document;
        }

        foreach (var handle in pdb.GetCustomDebugInformation(type))
        {
            var information = pdb.GetCustomDebugInformation(handle);
            if (pdb.GetGuid(information.Kind) != TypeDefinitionDocuments)
                continue;
            var blob = pdb.GetBlobReader(information.Value);
            while (blob.RemainingBytes > 0)
                yield return MetadataTokens.DocumentHandle(blob.ReadCompressedInteger());
        }
    }
}
