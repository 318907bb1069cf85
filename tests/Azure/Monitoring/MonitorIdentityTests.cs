using Azure.Identity;
using Samkjop.Azure;

namespace Samkjop.Tests.Azure.Monitoring;

public sealed class MonitorIdentityTests
{
    [Theory]
    [InlineData("Authorization=AAD")]
    [InlineData("ClientId=6e4ad1cb-37cc-4ac1-9b0e-2c8a67b62c6b;Authorization=AAD")]
    [InlineData(" authorization = aad ; clientid = 6e4ad1cb-37cc-4ac1-9b0e-2c8a67b62c6b ; ")]
    public void A_setting_that_asks_for_Entra_ID_gives_a_managed_identity(string setting) =>
        Assert.IsType<ManagedIdentityCredential>(MonitorIdentity.From(setting));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public void Without_the_setting_there_is_no_identity(string? setting) => Assert.Null(MonitorIdentity.From(setting));

    [Theory]
    [InlineData("ClientId=6e4ad1cb-37cc-4ac1-9b0e-2c8a67b62c6b")]
    [InlineData("Authorization=Basic")]
    [InlineData("nonsense")]
    public void Any_other_setting_is_refused_by_its_name(string setting)
    {
        var refusal = Assert.Throws<InvalidOperationException>(() => MonitorIdentity.From(setting));
        Assert.Contains("APPLICATIONINSIGHTS_AUTHENTICATION_STRING", refusal.Message, StringComparison.Ordinal);
    }
}
