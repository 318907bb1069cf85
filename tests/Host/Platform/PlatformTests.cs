using System.Net;
using NodaTime;
using Samkjop.People;

namespace Samkjop.Tests.Host.Platform;

/// <summary>What every endpoint has in common.</summary>
public sealed class PlatformTests
{
    private static readonly LocalDateTime Morning = new(2021, 3, 24, 9, 0);

    [Fact]
    public async Task The_app_is_alive_and_ready_and_serves_its_contract()
    {
        await using var app = await TestApp.StartAsync(Morning);
        var anyone = app.As("anyone", Role.Auditor);

        Assert.Equal(HttpStatusCode.OK, (await anyone.GetAsync("health/live")).Status);
        Assert.Equal(HttpStatusCode.OK, (await anyone.GetAsync("health/ready")).Status);
        Assert.Equal("3.1.0", (await anyone.GetAsync("openapi.json")).Json.GetProperty("openapi").GetString());
    }
}
