using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Samkjop.Embedded.Functions;
using Samkjop.Tests.Functions.Fixture;

namespace Samkjop.Tests.Functions;

public sealed class HttpTriggerTests
{
    [Fact]
    public async Task A_request_reaches_its_function_with_route_values_and_query()
    {
        await using var app = await TestApp.StartAsync();
        Assert.Equal("""{"text":"Hello Kari Nordmann!"}""", await app.GetAsync("/api/hello/Kari%20Nordmann?mark=!"));
    }

    [Fact]
    public async Task Route_values_are_converted_to_the_types_of_the_parameters()
    {
        await using var app = await TestApp.StartAsync();
        Assert.Equal(
            "42 00000000000000000000000000000001 2021-03-28 23:00:00Z",
            await app.GetAsync("/api/typed/41/00000000-0000-0000-0000-000000000001/2021-03-29T01:00:00+02:00"));
        Assert.Equal("none", await app.GetAsync("/api/optional"));
        Assert.Equal("7", await app.GetAsync("/api/optional/7"));
    }

    [Theory]
    [InlineData("/api/typed/x/00000000-0000-0000-0000-000000000001/2021-03-29", 404)] // a constraint of the route
    [InlineData("/api/loose/x", 500)] // no constraint, and no number: the real worker fails so
    [InlineData("/api/loose/9", 200)]
    [InlineData("/api/nothing", 404)]
    [InlineData("/hello/Kari", 404)]
    [InlineData("/api/HELLO/Kari", 200)]
    [InlineData("/api/Silent", 404)] // GET where only POST is listed: the real host knows no 405
    public async Task Status_codes_are_those_of_the_real_host(string path, int status)
    {
        await using var app = await TestApp.StartAsync();
        Assert.Equal(status, await app.StatusAsync(path));
    }

    [Fact]
    public async Task A_function_without_methods_answers_all_and_one_without_route_goes_by_its_name()
    {
        await using var app = await TestApp.StartAsync();
        Assert.Equal(200, await app.StatusAsync("/api/AnyMethod", HttpMethod.Delete));
        Assert.Equal("GET", await app.GetAsync("/api/anymethod"));
    }

    [Fact]
    public async Task A_function_that_returns_nothing_gives_an_empty_answer()
    {
        await using var app = await TestApp.StartAsync();
        using var response = await app.Http.PostAsync(new Uri("/api/Silent", UriKind.Relative), null, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("/api/Fails")]
    [InlineData("/api/FailsLater")]
    public async Task A_function_that_throws_gives_500_and_tells_the_caller_nothing(string path)
    {
        await using var app = await TestApp.StartAsync();
        using var response = await app.Http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Equal("", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("/api/Keyed", null, 401)]
    [InlineData("/api/Keyed", "wrong", 401)]
    [InlineData("/api/Keyed", "own-key", 200)]
    [InlineData("/api/Keyed", "master-key", 200)]
    [InlineData("/api/AdminOnly", "own-key", 401)]
    [InlineData("/api/AdminOnly", "master-key", 200)]
    public async Task A_key_is_asked_for_by_level_before_the_function_runs(string path, string? key, int status)
    {
        await using var app = await TestApp.StartAsync();
        Assert.Equal(status, await app.StatusAsync(path, key: key));
        if (status == 401)
            Assert.Empty(app.Journal.About("keyed"));
    }

    [Fact]
    public async Task A_key_may_stand_in_the_query()
    {
        await using var app = await TestApp.StartAsync();
        Assert.Equal(200, await app.StatusAsync("/api/Keyed?code=own-key"));
    }

    [Fact]
    public async Task The_prefix_of_host_json_may_be_empty()
    {
        using TestFolder folder = new("""{ "extensions": { "http": { "routePrefix": "" } } }""");
        await using var app = await TestApp.StartAsync(folder: folder);
        Assert.Equal("GET", await app.GetAsync("/AnyMethod"));
        await app.StopAsync();
    }

    [Fact]
    public async Task The_host_may_add_endpoints_of_its_own()
    {
        await using var app = await TestApp.StartAsync(options: o => o with { MapEndpoints = web => web.MapGet("/upload", (RequestDelegate)(c => c.Response.WriteAsync("here"))) });
        Assert.Equal("here", await app.GetAsync("/upload"));
    }

    [Fact]
    public async Task Time_stands_still_while_a_request_is_served()
    {
        await using var app = await TestApp.StartAsync();
        Assert.Equal("2021-03-29 08:30:00Z", await app.GetAsync("/api/Now"));
        await app.Time.AdvanceAsync(TimeSpan.FromMinutes(5));
        Assert.Equal("2021-03-29 08:35:00Z", await app.GetAsync("/api/Now"));
    }

    [Theory]
    [InlineData("localhost", 200)]
    [InlineData("rebound.example.org", 400)]
    public async Task A_foreign_name_that_leads_to_loopback_is_refused(string host, int status)
    {
        await using var app = await TestApp.StartAsync();
        app.Http.DefaultRequestHeaders.Host = $"{host}:{app.App.Address.Port}";
        Assert.Equal(status, await app.StatusAsync("/api/AnyMethod"));
    }

    [Theory]
    [InlineData("http://0.0.0.0:0")]
    [InlineData("http://192.0.2.1:0")]
    [InlineData("https://127.0.0.1:0")]
    [InlineData("http://example.org:0")]
    public async Task An_address_that_is_not_loopback_http_is_refused(string address)
    {
        using TestFolder folder = new();
        await Assert.ThrowsAsync<FunctionStartupException>(() => TestApp.StartAsync(options: o => o with { Listen = new Uri(address) }, folder: folder));
    }

    [Fact]
    public async Task An_address_in_use_is_refused_with_what_to_do()
    {
        await using var first = await TestApp.StartAsync();
        using TestFolder folder = new();
        var refused = await Assert.ThrowsAsync<FunctionStartupException>(() => TestApp.StartAsync(options: o => o with { Listen = first.App.Address }, folder: folder));
        Assert.Contains("choose another port", refused.Message, StringComparison.Ordinal);
    }
}
