using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Samkjop.Serialization;

namespace Samkjop.Tests.Host.Scenarios;

/// <summary>
/// What a round has become, without what may differ after a crash: ETags, the numbering of the audit log, and entries of reads and refused attempts:
/// a request that is sent again is one more of them, in the audit log and in the protocol that counts and lists them. A value has one spelling.
/// </summary>
internal static partial class CanonicalState
{
    /// <summary>Every document and every blob of a data folder, in order.</summary>
    public static IReadOnlyList<string> Of(string data) =>
        Of(Documents(Path.Combine(data, "samkjop.db")), Blobs(Path.Combine(data, "blobs")));

    /// <summary>The same of documents and blobs wherever they lie.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<StoredJson> documents, IEnumerable<(string Name, byte[] Content)> blobs)
    {
        var canonical = blobs.Select(Canonical).ToList();
        return
        [
            .. documents.Select(Canonical).OfType<string>()
                .Select(document => canonical.Aggregate(document, (text, blob) => text.Replace(blob.Sha256, blob.Name, StringComparison.Ordinal)))
                .Concat(canonical.Select(blob => $"{blob.Name} {blob.Content}"))
                .Order(StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<StoredJson> Documents(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT container, partition, body FROM doc_documents";
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            yield return new StoredJson(reader.GetString(0), reader.GetString(1), (JsonObject)JsonNode.Parse(reader.GetString(2))!);
        }
    }

    private static IEnumerable<(string Name, byte[] Content)> Blobs(string folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Select(file => (Path.GetRelativePath(folder, file), File.ReadAllBytes(file)));

    private static string? Canonical(StoredJson document)
    {
        var body = document.Body;
        if (body["kind"]!.GetValue<string>() is var kind && kind == "auditEntry")
        {
            var source = body["source"]!.GetValue<string>();
            return source.Contains('#', StringComparison.Ordinal) ? $"audit {source} {body["at"]} {body["by"]!.ToJsonString()} {Encoding.UTF8.GetString(CanonicalJson.BytesOf(body["event"]!))}" : null;
        }

        (body["ledger"] as JsonObject)?.Remove("relayedFrom");
        return kind is "rememberedAnswer" or "sweepReport" ? null : $"{document.Container}/{document.Partition}/{body["id"]} {Encoding.UTF8.GetString(CanonicalJson.BytesOf(body))}";
    }

    /// <summary>Documents name blobs by their hash; a canonical document names them by their name, which also shows that the hash is right.</summary>
    private static (string Name, string Sha256, string Content) Canonical((string Name, byte[] Content) blob)
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(blob.Content));
        return (blob.Name, sha256, blob.Name.EndsWith(".html", StringComparison.Ordinal) ? CanonicalPage(Encoding.UTF8.GetString(blob.Content)) : sha256);
    }

    private static string CanonicalPage(string html) => RepeatedRow().Replace(AuditCounts().Replace(html, "some of them"), "${row}");

    [GeneratedRegex(@"(?:\d+ innslag da protokollen ble laget, \d+ av dem)|(?:held \d+ entries when the protocol was produced, \d+ of them)|(?:(?<=Checksum of the last of them</span>: <code>)[0-9a-f]{64})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AuditCounts();

    [GeneratedRegex(@"(?<row><tr>(?:(?!<tr>).)*?</tr>\s*)\k<row>+", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RepeatedRow();
}

/// <param name="Container">The container.</param>
/// <param name="Partition">The partition key.</param>
/// <param name="Body">The document as stored.</param>
internal sealed record StoredJson(string Container, string Partition, JsonObject Body);
