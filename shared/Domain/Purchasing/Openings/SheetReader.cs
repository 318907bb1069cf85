using System.Security.Cryptography;
using System.Text.Json;
using Samkjop.Serialization;

namespace Samkjop.Purchasing;

/// <summary>Reads a sealed sheet at the opening: strictly, and without giving up on the round when one cannot be read.</summary>
public static class SheetReader
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>The sheet, or why it cannot be taken as one.</summary>
    /// <param name="entry">What the closing manifest says of the document.</param>
    /// <param name="content">The bytes as the store has them now.</param>
    public static OpenedSheet Read(ManifestEntry entry, ReadOnlySpan<byte> content)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var lotId = entry.LotId ?? throw new ArgumentException("A sheet is for one lot.", nameof(entry));
        if (content.Length != entry.Size || Convert.ToHexStringLower(SHA256.HashData(content)) != entry.Sha256)
        {
            return new OpenedSheet(lotId, entry.DocumentId, null, new Text(
                "Innholdet er ikke det som ble mottatt: kontrollsummen stemmer ikke med protokollen fra tilbudsfristen.",
                "The content is not what was received: its hash differs from the closing manifest's."));
        }

        try
        {
            var sheet = JsonSerializer.Deserialize<PriceSheet>(content.StartsWith(ByteOrderMark) ? content[ByteOrderMark.Length..] : content, SamkjopJson.Options)
                ?? throw new JsonException("The sheet is null.", "$", null, null);
            var problems = SheetProblems.Of(sheet, lotId).ToList();
            return problems.Count == 0
                ? new OpenedSheet(lotId, entry.DocumentId, sheet, null)
                : new OpenedSheet(lotId, entry.DocumentId, null, new Text(
                    string.Join(" ", problems.Select(p => p.No)), string.Join(" ", problems.Select(p => p.En))));
        }
        catch (JsonException exception)
        {
            var place = exception.Path ?? "$";
            return new OpenedSheet(lotId, entry.DocumentId, null, new Text(
                $"Prisskjemaet kan ikke leses ved {place}: feltet mangler, er ukjent eller har feil form.",
                $"The sheet cannot be read at {place}: the member is missing, unknown or malformed."));
        }
    }
}
