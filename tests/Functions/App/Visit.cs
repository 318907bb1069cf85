namespace Samkjop.Tests.Functions.App;

/// <summary>A scoped service: one per invocation, and it tells when its scope ends.</summary>
public sealed class Visit(Journal journal) : IDisposable
{
    public Guid Id { get; } = Guid.NewGuid();

    public void Dispose() => journal.Write("visit over");
}
