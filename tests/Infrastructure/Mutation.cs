using Samkjop.Tests.Infrastructure.Compilation;

namespace Samkjop.Tests.Infrastructure;

/// <summary>One thing done wrong, and the check that must tell of it.</summary>
/// <param name="Name">What is wrong.</param>
/// <param name="Check">The check.</param>
/// <param name="Spoil">Does it wrong.</param>
/// <param name="Tells">Words of the problem that is told.</param>
internal sealed record Mutation(string Name, Func<Deployment, IEnumerable<string>> Check, Action<Deployment> Spoil, string Tells);
