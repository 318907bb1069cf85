namespace Samkjop.Embedded.Functions;

/// <summary>
/// Where change-feed functions read from: the latest version of each changed document of a container, in the order of the changes.
/// The document store of the embedded host implements it and registers itself as a service.
/// </summary>
public interface IChangeFeedSource
{
    /// <summary>Reads at most <paramref name="max"/> documents after <paramref name="continuation"/>; null reads from the first.</summary>
    public Task<ChangeFeedPage> ReadAsync(string container, string? continuation, int max, CancellationToken ct);

    /// <summary>The continuation that stands after everything now in the container, for a function that starts from now.</summary>
    public Task<string> EndAsync(string container, CancellationToken ct);

    /// <summary>Calls <paramref name="changed"/> with the container's name after each committed change, soon and without waiting; disposing ends it.</summary>
    public IDisposable Subscribe(Action<string> changed);
}

/// <summary>A page of a change feed. <paramref name="Documents"/> are JSON texts; <paramref name="Continuation"/> reads on after them.</summary>
public sealed record ChangeFeedPage(IReadOnlyList<string> Documents, string Continuation);
