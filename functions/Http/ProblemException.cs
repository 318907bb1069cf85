using Samkjop.Decisions;

namespace Samkjop.Functions.Http;

/// <summary>Ends a request with a problem from anywhere below the endpoint; mapped by <see cref="ProblemMiddleware"/>.</summary>
public sealed class ProblemException(Problem problem) : Exception(problem.Detail)
{
    public ProblemException(Refusal refusal)
        : this(Problem.Of(refusal))
    {
    }

    public Problem Problem { get; } = problem;

    /// <summary>Whether the refusal stands in the round's audit log already.</summary>
    public bool IsRecorded { get; init; }
}
