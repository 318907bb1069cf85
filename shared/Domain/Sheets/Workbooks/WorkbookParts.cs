using System.IO.Compression;
using System.Xml;

namespace Samkjop.Sheets.Workbooks;

/// <summary>The parts of an XLSX file (ECMA-376), unpacked one by one within a limit. What nobody asks for is never unpacked.</summary>
internal sealed class WorkbookParts(ZipArchive archive, WorkbookLimits limits)
{
    private static readonly XmlReaderSettings Strict = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreWhitespace = false };

    private int _unpacked;

    /// <summary>A reader of the part; null when the file has none of that name.</summary>
    /// <exception cref="WorkbookTooLargeException">More is unpacked than the limit allows.</exception>
    public XmlReader? Open(string name)
    {
        if (archive.Entries.FirstOrDefault(entry => string.Equals(entry.FullName, name.TrimStart('/'), StringComparison.OrdinalIgnoreCase)) is not { } entry)
        {
            return null;
        }

        using var packed = entry.Open();
        var content = new MemoryStream();
        var buffer = new byte[16 * 1024];
        for (int read; (read = packed.Read(buffer)) > 0;)
        {
            _unpacked += read;
            if (_unpacked > limits.UnpackedBytes)
            {
                throw new WorkbookTooLargeException();
            }

            content.Write(buffer, 0, read);
        }

        content.Position = 0;
        return XmlReader.Create(content, Strict);
    }
}

/// <summary>A limit was reached; says nothing more, since the limits do.</summary>
internal sealed class WorkbookTooLargeException : Exception;
