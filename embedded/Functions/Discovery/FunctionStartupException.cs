namespace Samkjop.Embedded.Functions;

/// <summary>The app cannot start as it is written or configured. Each problem names its function or setting and says what to do; nothing was run.</summary>
public sealed class FunctionStartupException : Exception
{
    public FunctionStartupException(IReadOnlyList<string> problems, Exception? innerException = null)
        : base(Text(problems), innerException)
    {
        Problems = problems;
    }

    public FunctionStartupException(string problem, Exception? innerException = null)
        : this([problem], innerException)
    {
    }

    public IReadOnlyList<string> Problems { get; }

    private static string Text(IReadOnlyList<string> problems) =>
        problems.Count == 1
            ? $"The functions app did not start. {problems[0]}"
            : $"The functions app did not start, for {problems.Count} reasons:{string.Concat(problems.Select(p => $"{Environment.NewLine}- {p}"))}";
}
