namespace Samkjop.Tests.Host.Rounds;

public sealed class ZeroEmissionExceptionTests
{
    [Fact]
    public async Task An_exception_is_refused_where_the_purchasing_system_asks_for_zero_emission_itself()
    {
        await using var round = await SpringRound.ReadyAsync();
        var before = (await round.Officer.GetAsync("rounds/2021-1")).Text;
        var body = new { ground = "need", reason = new { no = "Ingen utslippsfri varebil dekker behovet.", en = "No zero-emission van covers the need." }, registeredOn = "2021-05-01", reference = "DFØ-21/9" };

        var refused = await round.Officer.PutAsync("rounds/2021-1/lots/lot-1/zero-emission-exception", body);

        Assert.Equal((409, "system-asks-for-zero-emission"), (refused.Code, refused.Problem));
        Assert.Equal(before, (await round.Officer.GetAsync("rounds/2021-1")).Text);
        Assert.Equal(404, (await round.Officer.PutAsync("rounds/2021-1/lots/lot-9/zero-emission-exception", body)).Code);
        Assert.Equal("not-named-for-round", (await round.OtherOfficer.PutAsync("rounds/2021-1/lots/lot-1/zero-emission-exception", body)).Problem);
    }
}
