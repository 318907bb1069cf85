namespace Samkjop.Host.Scenarios;

/// <summary>Something in a scenario file that must be mended before it is played.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
/// <param name="Message">What was found, what was expected, and the nearest known name where there is one.</param>
public sealed record ScenarioProblem(int Line, int Column, string Message);

/// <summary>A scenario file cannot be played; nothing was.</summary>
public sealed class ScenarioFaultException(string file, IReadOnlyList<ScenarioProblem> problems)
    : Exception(string.Join('\n', problems.Select(problem => $"{file}:{problem.Line}:{problem.Column}: {problem.Message}")))
{
    /// <summary>All that were found, in the order of the file.</summary>
    public IReadOnlyList<ScenarioProblem> Problems { get; } = problems;
}
