using NodaTime;
using Samkjop.Audit;
using Samkjop.People;
using Samkjop.Purchasing;
using Samkjop.State;
using static Samkjop.Tests.Host.BadInput.RawCaller;

namespace Samkjop.Tests.Host.BadInput;

/// <summary>Whatever is wrong with a request, its sender is told what and what to do, and nothing is changed.</summary>
public sealed class RefusedRequestTests
{
    private const string Needs = "rounds/2021-1/needs";
    private const string Good = """ "vehicleClass":"smallVan","requirements":{"minimumRangeKm":250},"deliverTo":"Karvesvingen 3, Oslo" """;

    [Fact]
    public async Task A_body_that_cannot_be_read_or_makes_no_sense()
    {
        await using var round = await SpringRound.OpenAsync();
        using var reporter = new RawCaller(round.App, round.Reporter);
        var before = await round.App.SnapshotAsync();
        (string Body, int Status, string Code)[] bodies =
        [
            ("", 400, "malformed-json"),
            ("null", 400, "malformed-json"),
            ("[]", 400, "malformed-json"),
            ("""{"quantity":3,""", 400, "malformed-json"),
            ($$"""{"quantity":3,{{Good}},"colur":"hvit"}""", 400, "malformed-json"),
            ($$"""{"quantity":3,"quantity":4,{{Good}}}""", 400, "malformed-json"),
            ("""{"quantity":3}""", 400, "malformed-json"),
            ($$"""{"quantity":null,{{Good}}}""", 400, "malformed-json"),
            ($$"""{"quantity":"3",{{Good}}}""", 400, "malformed-json"),
            ($$"""{"quantity":2.5,{{Good}}}""", 400, "malformed-json"),
            ($$"""{"quantity":99999999999,{{Good}}}""", 400, "malformed-json"),
            ($$"""{"quantity":1e400,{{Good}}}""", 400, "malformed-json"),
            ($$"""{"quantity":3,{{Good}},"note":"\ud800"}""", 400, "malformed-json"),
            ($$"""{"quantity":3,{{Good}},"deliverBy":"2021-02-30"}""", 400, "malformed-json"),
            ($$"""{"quantity":-3,{{Good}}}""", 422, "invalid-need"),
            ($$"""{"quantity":0,{{Good}}}""", 422, "invalid-need"),
            ($$"""{"quantity":1000,{{Good}}}""", 422, "invalid-need"),
            ($$"""{"quantity":3,{{Good}},"deliverBy":"2020-01-01"}""", 422, "invalid-need"),
            ($$"""{"quantity":3,{{Good}},"deliverBy":"9999-12-31"}""", 422, "invalid-need"),
        ];

        foreach (var (body, status, code) in bodies)
        {
            AssertRefused(await reporter.SendAsync("POST", Needs, body), status, code, body);
        }

        AssertRefused(await reporter.SendAsync("POST", Needs, "quantity=3", contentType: "text/plain"), 415, "not-json", "text/plain");
        AssertRefused(await reporter.SendAsync("POST", Needs, $$"""{"quantity":3,{{Good}},"note":"{{new string('x', 3_000_000)}}"}"""), 413, "body-too-large", "3 MB");
        Assert.Equal(before, await round.App.SnapshotAsync());
    }

    [Fact]
    public async Task A_deadline_in_the_past_in_a_gap_of_the_clock_too_short_or_absurd()
    {
        await using var round = await SpringRound.ReadyAsync();
        using var officer = new RawCaller(round.App, round.Officer);
        var before = await round.App.SnapshotAsync();

        async Task PlanRefused(string opens, string deadline) => AssertRefused(
            await round.Officer.PutAsync("plans/2022-1", SpringRound.Plan(deadline, opens)), 422, "invalid-plan", $"{opens} – {deadline}");
        await PlanRefused("2021-04-01", "2021-06-30T16:00:00");
        await PlanRefused("2021-06-01", "2021-05-30T16:00:00");
        await PlanRefused("2022-03-01", "2022-03-27T02:30:00");
        await PlanRefused("9999-12-31", "9999-12-31T23:59:00");
        await PlanRefused("-9998-01-01", "-9998-01-01T00:00:00");
        Assert.Contains("finnes ikke", (await round.Officer.PutAsync("plans/2022-1", SpringRound.Plan("2022-03-27T02:30:00", "2022-03-01"))).Text, StringComparison.Ordinal);

        async Task InvitationRefused(string code, string body) =>
            AssertRefused(await officer.SendAsync("POST", "rounds/2021-1/invitation", body), 422, code, body);
        await InvitationRefused("invalid-bid-window", """{"closesOn":"2021-05-01"}""");
        await InvitationRefused("invalid-bid-window", """{"closesOn":"2021-05-25","opens":"2021-05-01T12:00:00"}""");
        await InvitationRefused("invalid-bid-window", """{"closesOn":"2022-03-27","closesAt":"02:30:00"}""");
        await InvitationRefused("invalid-bid-window", """{"closesOn":"9999-12-31","closesAt":"23:59:59"}""");
        await InvitationRefused("invalid-bid-window", """{"closesOn":"-9998-01-01","closesAt":"00:00:00"}""");
        await InvitationRefused("tender-period-too-short", """{"closesOn":"2021-05-10"}""");

        async Task AdmissionRefused(string from) => AssertRefused(
            await round.Qualification.PutAsync("suppliers/utenfor/admissions/dps-3500", new { from }), 422, "invalid-admission", from);
        await AdmissionRefused("9999-12-31T23:59:59Z");
        await AdmissionRefused("2021-01-01T00:00:00Z");
        Assert.Equal(before, await round.App.SnapshotAsync());
    }

    [Fact]
    public async Task Negative_and_absurd_numbers_and_holes_in_lists()
    {
        await using var round = await SpringRound.WithLotsAsync();
        using var officer = new RawCaller(round.App, round.Officer);
        var before = await round.App.SnapshotAsync();
        var etag = $"\"{(await round.Officer.GetAsync("rounds/2021-1")).ETag}\"";

        async Task DocumentRefused(int status, string code, string criteria)
        {
            var body = $$"""{"priceFormula":"linear","priceBasis":{"no":"Eks. mva","en":"Ex VAT"},"criteria":{{criteria}},"tieBreak":"lowestPrice"}""";
            AssertRefused(await officer.SendAsync("PUT", "rounds/2021-1/procurement-document", body, etag), status, code, criteria);
        }

        await DocumentRefused(400, "malformed-json", "[null]");
        await DocumentRefused(400, "malformed-json", "null");
        await DocumentRefused(422, "invalid-procurement-document", "[]");
        foreach (var weight in new[] { "-100", "0", "100.01", "79228162514264337593543950335" })
        {
            await DocumentRefused(
                422, "invalid-procurement-document", $$"""[{"criterionId":"price","name":{"no":"Pris","en":"Price"},"weightPercent":{{weight}},"kind":"price"}]""");
        }

        foreach (var query in new[] { "pageSize=-1", "pageSize=0", "pageSize=201", "pageSize=1e9", "pageSize=abc" })
        {
            Assert.Equal("invalid-page-size", (await round.Officer.GetAsync($"rounds?{query}")).Problem);
        }

        Assert.Equal("invalid-continuation", (await round.Officer.GetAsync("rounds?continuation=neste")).Problem);
        Assert.Equal(before, await round.App.SnapshotAsync());
    }

    [Fact]
    public async Task A_version_that_is_stale_missing_or_unreadable()
    {
        await using var round = await SpringRound.ReadyAsync();
        using var officer = new RawCaller(round.App, round.Officer);
        var before = await round.App.SnapshotAsync();
        var body = """{"priceFormula":"linear","priceBasis":{"no":"Eks. mva","en":"Ex VAT"},"criteria":[],"tieBreak":"lowestPrice"}""";
        Task<Answer> Put(string? ifMatch) => officer.SendAsync("PUT", "rounds/2021-1/procurement-document", body, ifMatch);

        AssertRefused(await Put("\"1\""), 412, "stale-etag", "stale");
        AssertRefused(await Put(null), 428, "if-match-required", "missing");
        foreach (var unreadable in new[] { "*", "W/\"1\"", "1", "\"1\", \"2\"" })
        {
            AssertRefused(await Put(unreadable), 400, "if-match-malformed", unreadable);
        }

        AssertRefused(await officer.SendAsync("POST", "rounds/2021-1/invitation", """{"closesOn":"2021-05-25"}""", "*"), 400, "if-match-malformed", "optional");
        AssertRefused(await officer.SendAsync("POST", "rounds/2021-1/invitation", """{"closesOn":"2021-05-25"}""", "\"1\""), 412, "stale-etag", "optional");
        Assert.Equal(before, await round.App.SnapshotAsync());
    }

    [Fact]
    public async Task A_wrong_role_is_told_which_ones_will_do_and_the_attempt_is_recorded()
    {
        await using var round = await SpringRound.ReadyAsync();
        var before = await round.App.SnapshotAsync();

        AssertRefused(await round.Reporter.PostAsync("rounds/2021-1/invitation", new { closesOn = "2021-05-25" }), 403, "role-required", "reporter");
        AssertRefused(await round.Supplier("bilco").PutAsync("rounds/2021-1/procurement-document", SpringRound.Document()), 403, "role-required", "supplier");
        AssertRefused(await round.OtherOfficer.PostAsync("rounds/2021-1/invitation", new { closesOn = "2021-05-25" }), 403, "not-named-for-round", "officer of another round");
        using var late = new RawCaller(round.App, round.Officer);
        AssertRefused(await late.SendAsync("POST", "rounds/2021-1/invitation", """{"closesOn":"2021-05-25"}""", issuedAgo: Duration.FromHours(2)), 401, "not-authenticated", "expired");
        AssertRefused(await round.App.SendAsync(null, HttpMethod.Post, "rounds/2021-1/invitation", new { closesOn = "2021-05-25" }, null, null), 401, "not-authenticated", "nobody");

        Assert.Equal(before, await round.App.SnapshotAsync());
        var log = await round.App.Service<AuditLog>().ListAsync("2021-1", 200, null, TestContext.Current.CancellationToken);
        Assert.Single(log.Items, e => e.Document is { By.Id: "kari", Event: AttemptRefused { Function: "ReleaseInvitation", Subject: "invitation", Code: "role-required" } });
        Assert.Single(log.Items, e => e.Document is { By.Id: "user-bilco", Event: SupplierAttemptRefused { Subject: "procurement-document", Code: "role-required" } });
        Assert.Single(log.Items, e => e.Document is { By.Id: "tonje", Event: AttemptRefused { Code: "not-named-for-round" } });
    }

    [Fact]
    public async Task A_repeated_key_with_another_body()
    {
        await using var round = await SpringRound.OpenAsync();
        var reported = await SpringRound.Created(round.Reporter.PostAsync(Needs, SpringRound.Need(), key: "same"));
        var before = await round.App.SnapshotAsync();

        AssertRefused(await round.Reporter.PostAsync(Needs, SpringRound.Need(5), key: "same"), 422, "idempotency-key-reused", "remembered");
        await round.App.ForgetAnswerAsync(round.Reporter.Caller, "same");
        AssertRefused(await round.Reporter.PostAsync(Needs, SpringRound.Need(5), key: "same"), 422, "idempotency-key-reused", "known to the document only");
        Assert.Equal(reported.Text, (await round.Reporter.PostAsync(Needs, SpringRound.Need(), key: "same")).Text);
        AssertRefused(await round.Reporter.PostAsync(Needs, SpringRound.Need(), key: new string('k', 200)), 400, "idempotency-key-required", "too long");
        Assert.Equal(before, await round.App.SnapshotAsync());
    }
}
