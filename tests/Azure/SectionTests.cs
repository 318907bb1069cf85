using Samkjop.Azure;

namespace Samkjop.Tests.Azure;

public sealed class SectionTests
{
    [Fact]
    public void Triggers_and_adapters_read_the_same_sections()
    {
        Assert.Equal(["Cosmos", "KeyVault", "Storage"], new[] { AzureSections.Storage, AzureSections.Cosmos, AzureSections.KeyVault }.Order(StringComparer.Ordinal));
    }
}
