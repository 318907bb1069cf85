using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using NodaTime;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Archive;

namespace Samkjop.Functions.Purchasing.Archive;

/// <summary>
/// A round's journal as one ZIP file: the files of every record below <c>dokumenter/</c>, and <c>arkivstruktur.xml</c> (Noark 5) that names each with its size and
/// checksum. Written as it is read. The same round gives the same bytes: nothing is compressed, and times are those of the records.
/// </summary>
public sealed class JournalZip(RecordContents contents)
{
    private const int MaxNameLength = 100;

    private static readonly DateTimeOffset FirstTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly XmlWriterSettings Xml = new() { Async = true, Indent = true, NewLineChars = "\n", Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) };

    /// <summary>Writes the file.</summary>
    public async Task WriteAsync(Round round, IReadOnlyList<RoundRecord> records, Stream body, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(records);
        await using var deferring = new DeferringStream(body);
        await using (var zip = await ZipArchive.CreateAsync(deferring, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, cancellationToken))
        {
            await WriteAsync(zip, round, records, cancellationToken);
        }

        await deferring.FlushAsync(cancellationToken);
    }

    private async Task WriteAsync(ZipArchive zip, Round round, IReadOnlyList<RoundRecord> records, CancellationToken cancellationToken)
    {
        var lastChange = records.Count > 0 ? records[^1].At : round.Needs.OpensAt;
        using var structure = new MemoryStream();
        await using (var xml = XmlWriter.Create(structure, Xml))
        {
            var noark = new NoarkStructure(xml, round, lastChange);
            noark.Begin();
            for (var i = 0; i < records.Count; i++)
            {
                noark.Write(records[i], await WriteAsync(zip, round, records[i], i + 1, cancellationToken));
            }

            noark.End();
        }

        structure.Position = 0;
        await using var entry = await EntryAsync(zip, "arkivstruktur.xml", lastChange, cancellationToken);
        await structure.CopyToAsync(entry, cancellationToken);
    }

    private async Task<IReadOnlyList<(RecordFile File, ExportedFile Exported, ExportedFile? Redacted)>> WriteAsync(
        ZipArchive zip, Round round, RoundRecord record, int number, CancellationToken cancellationToken)
    {
        var files = new List<(RecordFile, ExportedFile, ExportedFile?)>();
        var folder = $"dokumenter/{number.ToString("D4", CultureInfo.InvariantCulture)}-{Short(record.RecordId)}";
        foreach (var (i, file) in record.Files.Index())
        {
            var index = (i + 1).ToString("D2", CultureInfo.InvariantCulture);
            var exported = await WriteAsync(zip, round, file, $"{folder}/{index}-{Short(file.FileName)}", record.At, cancellationToken);
            var redacted = file.Redacted is { } copy
                ? await WriteAsync(zip, round, copy, $"{folder}/{index}-sladdet-{Short(copy.FileName)}", record.At, cancellationToken)
                : null;
            files.Add((file, exported, redacted));
        }

        return files;
    }

    private async Task<ExportedFile> WriteAsync(ZipArchive zip, Round round, RecordFile file, string path, Instant at, CancellationToken cancellationToken)
    {
        await using var entry = await EntryAsync(zip, path, at, cancellationToken);
        await using var hashing = new HashingStream(entry);
        await contents.WriteAsync(round, file.Source, hashing, cancellationToken);
        return new ExportedFile(path, hashing.Written, hashing.Sha256());
    }

    private static async Task<Stream> EntryAsync(ZipArchive zip, string path, Instant at, CancellationToken cancellationToken)
    {
        var entry = zip.CreateEntry(path, CompressionLevel.NoCompression);
        var time = at.ToDateTimeOffset();
        entry.LastWriteTime = time < FirstTime ? FirstTime : time;
        return await entry.OpenAsync(cancellationToken);
    }

    /// <summary>The end of a long name, which tells the type.</summary>
    private static string Short(string name) => name.Length <= MaxNameLength ? name : name[^MaxNameLength..];
}
