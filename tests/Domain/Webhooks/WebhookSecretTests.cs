using Samkjop.Suppliers.Webhooks;

namespace Samkjop.Tests.Domain.Webhooks;

public sealed class WebhookSecretTests
{
    [Theory]
    [InlineData(24)]
    [InlineData(32)]
    [InlineData(64)]
    public void A_secret_of_24_to_64_bytes_is_read_and_told_again(int length)
    {
        var text = "whsec_" + Convert.ToBase64String(new byte[length]);

        Assert.Equal(text, Assert.IsType<WebhookSecretResult.Parsed>(WebhookSecret.Parse(text)).Secret.Reveal());
    }

    [Theory]
    [InlineData(null, "does not begin with")]
    [InlineData("", "does not begin with")]
    [InlineData("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "does not begin with")]
    [InlineData("WHSEC_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "does not begin with")]
    [InlineData("whsec_not base64 at all!", "not valid base64")]
    [InlineData("whsec_", "has 0 bytes")]
    [InlineData("whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", "has 23 bytes")]
    public void A_malformed_secret_is_refused_and_never_repeated(string? text, string problem)
    {
        var malformed = Assert.IsType<WebhookSecretResult.Malformed>(WebhookSecret.Parse(text));

        Assert.Contains(problem, malformed.Detail.En, StringComparison.Ordinal);
        if (text?.Length > 10)
            Assert.DoesNotContain(text[6..], malformed.Detail.En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_secret_of_65_bytes_is_too_long()
    {
        Assert.IsType<WebhookSecretResult.Malformed>(WebhookSecret.Parse("whsec_" + Convert.ToBase64String(new byte[65])));
        Assert.Throws<ArgumentOutOfRangeException>(() => WebhookSecret.FromKey(new byte[65]));
        Assert.Throws<ArgumentOutOfRangeException>(() => WebhookSecret.FromKey(new byte[23]));
    }

    [Fact]
    public void A_secret_does_not_show_itself_in_a_log()
    {
        var secret = WebhookSecret.FromKey(new byte[24]);

        Assert.Equal("whsec_(hidden)", $"{secret}");
    }
}
