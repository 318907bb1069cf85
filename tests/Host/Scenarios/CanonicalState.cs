using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace Samkjop.Tests.Host.Scenarios;

/// <summary>
/// What a round has become, without what may differ after a crash: ETags, the numbering of the audit log, and entries of reads and refused attempts:
/// a request that is sent again is one more of them, in the audit log and in the protocol that counts and lists them.
/// </summary>
internal static partial class CanonicalState
{
    /// <summary>Every document and every blob of a data folder, in order.</summary>
    public static IReadOnlyList<string> Of(string data)
    {
        var blobs = Blobs(Path.Combine(data, "blobs")).ToList();
        var documents = Documents(Path.Combine(data, "samkjop.db")).Select(document => blobs.Aggregate(document, (text, blob) => text.Replace(blob.Sha256, blob.Name, StringComparison.Ordinal)));
        return [.. documents.Concat(blobs.Select(blob => $"{blob.Name} {blob.Canonical}")).Order(StringComparer.Ordinal)];
    }

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

    /// <summary>Documents name blobs by their hash; a canonical document names them by their name, which also shows that the hash is right.</summary>
    private static IEnumerable<(string Name, string Sha256, string Canonical)> Blobs(string folder) =>
        from file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        let content = File.ReadAllBytes(file)
        let sha256 = Convert.ToHexStringLower(SHA256.HashData(content))
        select (Path.GetRelativePath(folder, file), sha256, file.EndsWith(".html", StringComparison.Ordinal) ? CanonicalPage(Encoding.UTF8.GetString(content)) : sha256);

    private static string CanonicalPage(string html) => RepeatedRow().Replace(AuditCounts().Replace(html, "some of them"), "${row}");

    [GeneratedRegex(@"(?:\d+ innslag da protokollen ble laget, \d+ av dem)|(?:held \d+ entries when the protocol was produced, \d+ of them)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AuditCounts();

    [GeneratedRegex(@"(?<row><tr>(?:(?!<tr>).)*?</tr>\s*)\k<row>+", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RepeatedRow();
}
