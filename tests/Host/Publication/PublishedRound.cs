using System.Text.Json;
using Samkjop.Embedded.DurableTask;
using Samkjop.Embedded.Functions;
using Samkjop.Tests.Host.Rounds;

namespace Samkjop.Tests.Host.Publication;

/// <summary>A whole round on a hostile platform, with all that anybody could read without a token after each of its steps.</summary>
public sealed class PublishedRound : IAsyncLifetime
{
    /// <summary>Steps of <see cref="WholeRound"/> after which something new may be told.</summary>
    public const int Planned = 0, Opened = 11, LettersSent = 13, BothSigned = 15, Delivered = 18;

    /// <summary>What was readable after each step: the pages of the feed, then the record of each process, as JSON.</summary>
    public List<IReadOnlyList<string>> Snapshots { get; } = [];

    /// <summary>The feed in pages of five, read after the last step.</summary>
    public IReadOnlyList<string> SmallPages { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        await WholeRound.PlayAsync(
            new DurableEngineOptions { Hostile = new HostileMode { Seed = 5 } },
            new HostileTriggers { RepeatEveryMessage = 2 },
            async (round, step) =>
            {
                Snapshots.Add(await ReadAllAsync(round.App));
                if (step == Delivered)
                {
                    SmallPages = await PagesAsync(round.App, "ocds/releases?pageSize=5");
                    await CheckRepliesAsync(round.App);
                }
            });
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>The releases of all pages.</summary>
    public static List<JsonElement> ReleasesOf(IEnumerable<string> pages) =>
    [
        .. pages.Select(page => JsonDocument.Parse(page).RootElement).Where(page => page.TryGetProperty("releases", out _))
            .SelectMany(page => page.GetProperty("releases").EnumerateArray()),
    ];

    private static async Task<IReadOnlyList<string>> ReadAllAsync(TestApp app)
    {
        var pages = await PagesAsync(app, "ocds/releases");
        var ocids = ReleasesOf(pages).Select(release => release.GetProperty("ocid").GetString()!).Distinct().ToList();
        foreach (var ocid in ocids)
        {
            pages.Add((await ReadAsync(app, $"ocds/records/{ocid}")).Text);
        }

        return pages;
    }

    private static async Task<List<string>> PagesAsync(TestApp app, string path)
    {
        var pages = new List<string>();
        for (string? next = path; next is not null;)
        {
            var answer = await ReadAsync(app, next);
            if (answer.Code == 204)
            {
                break;
            }

            Assert.True(answer.Code == 200, answer.Text);
            pages.Add(answer.Text);
            next = answer.Json.TryGetProperty("links", out var links) ? new Uri(links.GetProperty("next").GetString()!).PathAndQuery["/api/".Length..] : null;
        }

        return pages;
    }

    private static Task<Answer> ReadAsync(TestApp app, string path) => app.SendAsync(null, HttpMethod.Get, path, null, null, null);

    private static async Task CheckRepliesAsync(TestApp app)
    {
        var all = await PagesAsync(app, "ocds/releases");
        Assert.Equal(ReleasesOf(all).Count, ReleasesOf(await PagesAsync(app, "ocds/releases?since=2021-04-01&pageSize=7")).Count);
        Assert.Equal(ReleasesOf(all).Count, ReleasesOf(await PagesAsync(app, "ocds/releases?since=2019-01-01T00:00:00Z&pageSize=7")).Count);
        var since = ReleasesOf(await PagesAsync(app, "ocds/releases?since=2021-08-01"));
        Assert.All(since, release => Assert.StartsWith("2021-09", release.GetProperty("date").GetString(), StringComparison.Ordinal));
        Assert.NotEmpty(since);
        Assert.Equal(204, (await ReadAsync(app, "ocds/releases?since=2021-10-01")).Code);
        Assert.Equal((400, "invalid-since"), await CodeAsync(app, "ocds/releases?since=yesterday"));
        Assert.Equal(400, (await ReadAsync(app, "ocds/releases?continuation=x")).Code);
        Assert.Equal((404, "unknown-process"), await CodeAsync(app, "ocds/records/ocds-213czf-round-1999-1"));
        Assert.Contains("Aldri publisert", (await ReadAsync(app, "ocds/policy")).Text, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string? Problem)> CodeAsync(TestApp app, string path) => await ReadAsync(app, path) is var answer ? (answer.Code, answer.Problem) : default;
}
