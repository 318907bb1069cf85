using Samkjop.Decisions;
using Samkjop.Ports;

namespace Samkjop.State;

/// <summary>What became of a command: the document as it is now, or the refusal.</summary>
public abstract record Outcome<T>
    where T : class
{
    private Outcome()
    {
    }

    /// <param name="Stored">The document with its ETag.</param>
    /// <param name="Changed">False: the command asked for what already was, or was carried out before.</param>
    public sealed record Accepted(Stored<T> Stored, bool Changed) : Outcome<T>;

    public sealed record Refused(Refusal Refusal) : Outcome<T>;

    /// <summary>The document, where the caller knows that the command cannot be refused.</summary>
    /// <exception cref="InvalidOperationException">It was refused after all.</exception>
    public T Required() => this switch
    {
        Accepted accepted => accepted.Stored.Document,
        Refused refused => throw new InvalidOperationException($"{typeof(T).Name}: {refused.Refusal.Code}: {refused.Refusal.Detail.En}"),
        _ => throw new InvalidOperationException(),
    };
}
