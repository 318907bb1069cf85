using System.Collections.Concurrent;
using Samkjop.Tests.Conformance.Backend;

namespace Samkjop.Tests.Conformance.Activities;

/// <summary>Counts how often an activity that always fails was tried for each instance.</summary>
internal sealed class AttemptsByInstance
{
    private readonly ConcurrentDictionary<string, int> attempts = new(StringComparer.Ordinal);

    public int Of(string instance) => attempts.GetValueOrDefault(instance);

    public Task Fail(TaskActivityContext context)
    {
        attempts.AddOrUpdate(context.InstanceId, 1, (_, count) => count + 1);
        throw new InvalidOperationException("broken");
    }

    /// <summary>Exactly, or at least where the backend repeats activities of its own accord.</summary>
    public void AssertWere(int expected, string instance, ConformanceBackend backend)
    {
        if (backend.RepeatsActivities)
            Assert.True(Of(instance) >= expected, $"{Of(instance)} attempts, at least {expected} expected");
        else
            Assert.Equal(expected, Of(instance));
    }
}
