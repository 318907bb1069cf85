using Samkjop.Decisions;
using Samkjop.Ports;
using Samkjop.State;

namespace Samkjop.Functions.Http;

/// <summary>From what became of a command to what the caller reads.</summary>
public static class Outcomes
{
    /// <summary>The stored document, or the refusal as a problem.</summary>
    /// <exception cref="ProblemException">The command was refused.</exception>
    public static Stored<T> OrProblem<T>(this Outcome<T> outcome)
        where T : class => outcome switch
        {
            Outcome<T>.Accepted accepted => accepted.Stored,
            Outcome<T>.Refused refused => throw new ProblemException(refused.Refusal),
            _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "Unknown outcome."),
        };

    /// <summary>The stored document, or 404.</summary>
    /// <exception cref="ProblemException">There is none.</exception>
    public static Stored<T> OrNotFound<T>(this Stored<T>? stored, string id)
        where T : class, IDocument => stored ?? throw new ProblemException(Refusals.NotFound(T.Kind, id));
}

/// <summary>A page of a list.</summary>
/// <param name="Items">At most the page size.</param>
/// <param name="Continuation">Sent back as <c>?continuation=</c> for the next page; null on the last.</param>
public sealed record ListPage<T>(IReadOnlyList<T> Items, string? Continuation);
