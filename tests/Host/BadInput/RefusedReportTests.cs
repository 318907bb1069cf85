using Samkjop.Tests.Host.Awards;
using static Samkjop.Tests.Host.BadInput.RawCaller;

namespace Samkjop.Tests.Host.BadInput;

/// <summary>Reports on orders that make no sense change no order.</summary>
public sealed class RefusedReportTests
{
    [Fact]
    public async Task Reports_and_judgements_with_absurd_numbers_and_texts()
    {
        await using var round = await AwardingRound.StartWithOrdersAsync();
        using var supplier = new RawCaller(round.App, round.Supplier("beta"));
        using var agency = new RawCaller(round.App, round.Agency("bym"));
        var order = $"rounds/{AwardingRound.Id}/orders/order-lot-1-bym";
        var before = await round.App.SnapshotAsync();
        (string Body, int Status, string Code)[] reports =
        [
            ("""{"kind":"delivered","quantity":-1}""", 422, "quantity-out-of-bounds"),
            ("""{"kind":"delivered","quantity":0}""", 422, "quantity-out-of-bounds"),
            ("""{"kind":"delivered","quantity":2147483647}""", 422, "quantity-out-of-bounds"),
            ("""{"kind":"delivered","quantity":1e400}""", 400, "malformed-json"),
            ("""{"kind":"accepted"}""", 422, "entry-kind-not-allowed"),
            ("""{"kind":"stolen"}""", 400, "malformed-json"),
            ($$"""{"kind":"delivered","note":"{{new string('x', 2001)}}"}""", 422, "text-too-long"),
        ];

        foreach (var (body, status, code) in reports)
        {
            AssertRefused(await supplier.SendAsync("POST", $"{order}/entries", body), status, code, body);
        }

        AssertRefused(await agency.SendAsync("POST", $"{order}/acceptance", """{"accepted":true,"quantity":-1}"""), 409, "nothing-delivered", "nothing is there to accept");
        AssertRefused(await agency.SendAsync("POST", $"{order}/acceptance", """{"accepted":false}"""), 422, "reason-missing", "rejected without a reason");
        Assert.Equal(before, await round.App.SnapshotAsync());
    }
}
