using Azure.Identity;
using Samkjop.Azure.Identity;

namespace Samkjop.Tests.Azure.Settings;

public sealed class CredentialTests
{
    private readonly AzureCredentials _credentials = new();

    [Fact]
    public void A_managed_identity_is_asked_for_by_name_only()
    {
        Assert.IsType<ManagedIdentityCredential>(_credentials.For(new("managedidentity", null)));
        Assert.IsType<ManagedIdentityCredential>(_credentials.For(new("managedidentity", "11111111-2222-3333-4444-555555555555")));
        Assert.IsType<DefaultAzureCredential>(_credentials.For(new(null, null)));
    }

    [Fact]
    public void Sections_of_one_identity_share_its_credential_and_tokens()
    {
        var one = _credentials.For(new("managedidentity", "11111111-2222-3333-4444-555555555555"));

        Assert.Same(one, _credentials.For(new("managedidentity", "11111111-2222-3333-4444-555555555555")));
        Assert.NotSame(one, _credentials.For(new("managedidentity", null)));
    }
}
