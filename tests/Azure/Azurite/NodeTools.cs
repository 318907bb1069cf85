using System.ComponentModel;
using System.Diagnostics;

namespace Samkjop.Tests.Azure.Azurite;

internal static class NodeTools
{
    /// <summary>Starts a program of Node.js, or says what to install.</summary>
    public static Process Start(ProcessStartInfo program)
    {
        try
        {
            return Process.Start(program)!;
        }
        catch (Win32Exception missing)
        {
            throw new InvalidOperationException(
                $"The tests of the storage adapters run against Azurite and need Node.js 20 or newer with npm; there is no '{program.FileName}' here. Install it from https://nodejs.org and run the tests again.",
                missing);
        }
    }
}
