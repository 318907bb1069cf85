using Samkjop.Tests.Infrastructure.Compilation;

namespace Samkjop.Tests.Infrastructure;

/// <summary>Every check can fail: it tells of what was done wrong, and not before.</summary>
public sealed class MutationTests
{
    public static TheoryData<string> Names => [.. Mutations.All.Select(mutation => mutation.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_deployment_done_wrong_is_told(string name)
    {
        var mutation = Mutations.All.Single(mutation => mutation.Name == name);
        var spoilt = Deployments.Prod.Copy();

        mutation.Spoil(spoilt);

        Assert.Contains(mutation.Check(spoilt), problem => problem.Contains(mutation.Tells, StringComparison.Ordinal));
    }
}
