using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;

namespace Samkjop.Tests.Host.Scenarios;

/// <summary>
/// What a round has become, without what may differ after a crash: ETags, the numbering of the audit log, and entries of reads and refused attempts,
/// which are written again when a request is sent again.
/// </summary>
internal static class CanonicalState
{
    /// <summary>Every document and every blob of a data folder, in order.</summary>
    public static IReadOnlyList<string> Of(string data) => [.. Documents(Path.Combine(data, "samkjop.db")).Concat(Blobs(Path.Combine(data, "blobs"))).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Documents(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT container, partition, id, kind, body FROM doc_documents WHERE kind <> 'rememberedAnswer'";
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var body = (JsonObject)JsonNode.Parse(reader.GetString(4))!;
            if (reader.GetString(3) == "auditEntry")
            {
                if (body["source"]!.GetValue<string>().Contains('#', StringComparison.Ordinal))
                {
                    yield return $"audit {body["source"]} {body["at"]} {body["by"]!.ToJsonString()} {body["event"]!.ToJsonString()}";
                }
            }
            else
            {
                (body["ledger"] as JsonObject)?.Remove("relayedFrom");
                yield return $"{reader.GetString(0)}/{reader.GetString(1)}/{reader.GetString(2)} {body.ToJsonString()}";
            }
        }
    }

    private static IEnumerable<string> Blobs(string folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Select(file => $"{Path.GetRelativePath(folder, file)} {Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)))}");
}
