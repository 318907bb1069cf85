using System.Diagnostics;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Samkjop.Benchmarks;

/// <summary>How often the disk can be asked to keep its word.</summary>
internal static partial class DiskFlush
{
    const int Pages = 1024;

    /// <summary>Writes of 4 KB over and over in a file of 4 MB, as into a write-ahead log, each flushed, per second.</summary>
    public static double PerSecond(string folder)
    {
        var path = Path.Combine(folder, "flush.bin");
        using var file = File.OpenHandle(path, FileMode.Create, FileAccess.Write, options: FileOptions.DeleteOnClose);
        var page = new byte[4096];
        for (var i = 0; i < Pages; i++) RandomAccess.Write(file, page, i * (long)page.Length);
        Flush(file);
        var began = Stopwatch.GetTimestamp();
        var count = 0;
        for (; Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(2); count++)
        {
            RandomAccess.Write(file, page, count % Pages * (long)page.Length);
            Flush(file);
        }

        return count / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    static void Flush(SafeFileHandle file)
    {
        if (OperatingSystem.IsLinux()) _ = FlushData(file);
        else RandomAccess.FlushToDisk(file);
    }

    [LibraryImport("libc", EntryPoint = "fdatasync")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int FlushData(SafeFileHandle file);
}
