using NodaTime;
using Samkjop.Suppliers.Webhooks;

namespace Samkjop.Tests.Domain.Webhooks;

public sealed class WebhookSignatureTests
{
    private const string Id = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private const string Vector = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    private static readonly WebhookSecret Secret = Parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    private static readonly WebhookSecret NewSecret = WebhookSecret.FromKey(Enumerable.Range(1, 32).Select(number => (byte)number).ToArray());
    private static readonly Instant SignedAt = Instant.FromUnixTimeSeconds(1_614_265_330);
    private static readonly byte[] Body = """{"test": 2432232314}"""u8.ToArray();

    [Fact]
    public void The_vector_of_Standard_Webhooks_is_accepted_and_made()
    {
        Assert.Equal(WebhookVerdict.Accepted, Verify(Vector));
        Assert.Equal(new WebhookHeaders(Id, "1614265330", Vector), WebhookSignature.Sign(Id, SignedAt, Body, Secret));
    }

    [Theory]
    [InlineData(300, WebhookVerdict.Accepted)]
    [InlineData(301, WebhookVerdict.TooOld)]
    [InlineData(-300, WebhookVerdict.Accepted)]
    [InlineData(-301, WebhookVerdict.TooNew)]
    public void Three_hundred_seconds_either_way_are_tolerated_and_not_one_more(int secondsLater, WebhookVerdict verdict) =>
        Assert.Equal(verdict, Verify(Vector, now: SignedAt + Duration.FromSeconds(secondsLater)));

    [Fact]
    public void A_nanosecond_past_the_bound_is_too_old() =>
        Assert.Equal(WebhookVerdict.TooOld, Verify(Vector, now: SignedAt + WebhookSignature.Tolerance + Duration.Epsilon));

    [Fact]
    public void During_a_rotation_a_signature_by_either_active_secret_is_accepted_and_by_a_retired_one_is_not()
    {
        var byNew = WebhookSignature.Sign(Id, SignedAt, Body, NewSecret).Signature!;

        Assert.Equal(WebhookVerdict.Accepted, Verify(Vector, [NewSecret, Secret]));
        Assert.Equal(WebhookVerdict.Accepted, Verify(byNew, [NewSecret, Secret]));
        Assert.Equal(WebhookVerdict.NoMatchingSignature, Verify(Vector, [NewSecret]));
    }

    [Fact]
    public void A_sender_in_rotation_signs_with_both_and_a_receiver_with_one_of_them_accepts()
    {
        var both = WebhookSignature.Sign(Id, SignedAt, Body, Secret, NewSecret).Signature!;

        Assert.Equal(2, both.Split(' ').Length);
        Assert.Equal(WebhookVerdict.Accepted, Verify(both, [Secret]));
        Assert.Equal(WebhookVerdict.Accepted, Verify(both, [NewSecret]));
    }

    [Fact]
    public void Other_versions_and_unreadable_signatures_beside_a_good_one_do_no_harm() =>
        Assert.Equal(WebhookVerdict.Accepted, Verify($"v1a,hnO3f9T8Ytu9HwrXslvumlUpqtNVqkhqw/enGzPCXe5B v1,nonsense  {Vector}"));

    [Theory]
    [InlineData("v1a,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", WebhookVerdict.UnsupportedSignatureVersion)]
    [InlineData("g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", WebhookVerdict.UnsupportedSignatureVersion)]
    [InlineData("V1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", WebhookVerdict.UnsupportedSignatureVersion)]
    [InlineData("v1,", WebhookVerdict.MalformedSignature)]
    [InlineData("v1,not-base64!", WebhookVerdict.MalformedSignature)]
    [InlineData("v1,AAAA", WebhookVerdict.MalformedSignature)]
    [InlineData("v1,AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", WebhookVerdict.NoMatchingSignature)]
    public void A_signature_that_does_not_hold_gets_the_verdict_that_says_why(string signature, WebhookVerdict verdict) =>
        Assert.Equal(verdict, Verify(signature));

    [Fact]
    public void Without_an_active_secret_nothing_is_accepted_signed_or_not()
    {
        Assert.Equal(WebhookVerdict.NoActiveSecret, Verify(Vector, []));
        Assert.Equal(WebhookVerdict.MissingHeaders, WebhookSignature.Verify(new(Id, "1614265330", null), Body, [], SignedAt));
    }

    [Theory]
    [InlineData(null, "1614265330", Vector)]
    [InlineData(Id, null, Vector)]
    [InlineData(Id, "1614265330", null)]
    [InlineData("", "1614265330", Vector)]
    [InlineData(Id, "1614265330", "  ")]
    public void A_missing_header_is_a_refusal(string? id, string? timestamp, string? signature) =>
        Assert.Equal(WebhookVerdict.MissingHeaders, WebhookSignature.Verify(new(id, timestamp, signature), Body, [Secret], SignedAt));

    [Theory]
    [InlineData("1614265330.0")]
    [InlineData("-1614265330")]
    [InlineData(" 1614265330")]
    [InlineData("1614265330000")]
    [InlineData("999999999999")]
    [InlineData("2021-02-25T15:02:10Z")]
    [InlineData("99999999999999999999999999")]
    public void A_timestamp_that_is_not_whole_seconds_is_malformed(string timestamp) =>
        Assert.Equal(WebhookVerdict.MalformedTimestamp, WebhookSignature.Verify(new(Id, timestamp, Vector), Body, [Secret], SignedAt));

    [Fact]
    public void An_id_that_could_forge_a_log_line_or_is_endless_is_malformed()
    {
        Assert.Equal(WebhookVerdict.MalformedId, WebhookSignature.Verify(new("a\nb", "1614265330", Vector), Body, [Secret], SignedAt));
        Assert.Equal(WebhookVerdict.MalformedId, WebhookSignature.Verify(new(new('x', 257), "1614265330", Vector), Body, [Secret], SignedAt));
    }

    [Fact]
    public void One_changed_byte_of_body_id_or_timestamp_breaks_the_signature()
    {
        Assert.Equal(WebhookVerdict.NoMatchingSignature, Verify(Vector, body: """{"test": 2432232315}"""u8.ToArray()));
        Assert.Equal(WebhookVerdict.NoMatchingSignature, Verify(Vector, body: """{"test":2432232314}"""u8.ToArray()));
        Assert.Equal(WebhookVerdict.NoMatchingSignature, WebhookSignature.Verify(new(Id + "x", "1614265330", Vector), Body, [Secret], SignedAt));
        Assert.Equal(WebhookVerdict.NoMatchingSignature, WebhookSignature.Verify(new(Id, "1614265331", Vector), Body, [Secret], SignedAt));
    }

    [Fact]
    public void A_body_is_signed_as_bytes_whatever_they_are()
    {
        byte[] bytes = [0xFF, 0x00, 0xC3, 0x28];

        Assert.Equal(WebhookVerdict.Accepted, WebhookSignature.Verify(WebhookSignature.Sign("m-1", SignedAt, bytes, Secret), bytes, [Secret], SignedAt));
        Assert.Equal(WebhookVerdict.Accepted, WebhookSignature.Verify(WebhookSignature.Sign("m-1", SignedAt, [], Secret), [], [Secret], SignedAt));
    }

    [Fact]
    public void Every_verdict_tells_the_sender_what_to_fix_in_both_languages()
    {
        foreach (var verdict in Enum.GetValues<WebhookVerdict>().Where(verdict => verdict != WebhookVerdict.Accepted))
        {
            Assert.StartsWith("The message was refused: ", verdict.Explanation().En, StringComparison.Ordinal);
            Assert.StartsWith("Meldingen er avvist: ", verdict.Explanation().No, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Signing_without_a_secret_or_with_an_unsendable_id_is_a_fault()
    {
        Assert.Throws<ArgumentException>(() => WebhookSignature.Sign("m-1", SignedAt, Body, []));
        Assert.Throws<ArgumentException>(() => WebhookSignature.Sign("m 1", SignedAt, Body, Secret));
    }

    private static WebhookVerdict Verify(string signature, IReadOnlyList<WebhookSecret>? secrets = null, Instant? now = null, byte[]? body = null) =>
        WebhookSignature.Verify(new(Id, "1614265330", signature), body ?? Body, secrets ?? [Secret], now ?? SignedAt);

    private static WebhookSecret Parse(string text) => Assert.IsType<WebhookSecretResult.Parsed>(WebhookSecret.Parse(text)).Secret;
}
