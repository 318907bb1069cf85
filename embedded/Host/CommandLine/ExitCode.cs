namespace Samkjop.Host.CommandLine;

/// <summary>What the process answers its caller.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>It was tried and did not go as it should: an answer other than expected, an address in use.</summary>
    public const int Failed = 1;

    /// <summary>It was not tried: the command or the file has faults.</summary>
    public const int Misused = 2;
}
