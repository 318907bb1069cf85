using System.Text;
using NodaTime;
using Samkjop.Embedded.DurableTask;
using Samkjop.Embedded.Functions;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.Suppliers;
using Samkjop.Tests.Host.Bids;

namespace Samkjop.Tests.Host.Questions;

public sealed class QuestionEndpointTests
{
    private const string Questions = "rounds/2021-1/questions";

    private static readonly object Reply = new
    {
        question = new { no = "Gjelder rekkeviddekravet om vinteren?", en = "Does the range requirement hold in winter?" },
        answer = new { no = "Ja, etter WLTP.", en = "Yes, by WLTP." },
    };

    [Fact]
    public async Task One_asks_all_are_answered_and_nobody_learns_who_asked()
    {
        await using var round = await SealedRound.StartAsync();
        var question = await AskAsync(round);
        Assert.Equal(404, (await round.Harald.GetAsync(question)).Code);
        Assert.Empty((await round.Harald.GetAsync(Questions)).Json.GetProperty("items").EnumerateArray());

        var answered = await round.Officer.PostAsync($"{question}/answers", Reply);

        Assert.Equal(200, answered.Code);
        Assert.False(answered.Json.TryGetProperty("proposal", out _));
        var seen = await round.Harald.GetAsync(question);
        Assert.Equal("Ja, etter WLTP.", seen.Json.GetProperty("answer").GetProperty("no").GetString());
        Assert.All(
            new[] { seen.Text, (await round.Harald.GetAsync(Questions)).Text, (await round.Harald.GetAsync("rounds/2021-1/messages")).Text },
            text => Assert.DoesNotContain("bertel", text, StringComparison.OrdinalIgnoreCase));
        Assert.All(new[] { "asked", "askedAt", "supplierId" }, member => Assert.False(seen.Json.TryGetProperty(member, out _), member));
        Assert.Equal("bertel", (await round.Bertel.GetAsync(question)).Json.GetProperty("supplierId").GetString());
    }

    [Fact]
    public async Task Officers_and_auditors_learn_who_asked_when_the_bids_are_open_and_not_before()
    {
        await using var round = await SealedRound.StartAsync();
        var question = await AskAsync(round);
        await round.App.SettleAsync();

        Assert.False((await round.Officer.GetAsync(question)).Json.TryGetProperty("supplierId", out _));
        Assert.Equal("Vi lurer på rekkevidden.", (await round.Officer.GetAsync(question)).Json.GetProperty("asked").GetString());
        Assert.DoesNotContain("bertel", (await round.Auditor.GetAsync("rounds/2021-1/audit")).Text, StringComparison.Ordinal);

        await round.OpenAsync();

        Assert.Equal("bertel", (await round.Officer.GetAsync(question)).Json.GetProperty("supplierId").GetString());
        Assert.Contains("questionAsked", (await round.Auditor.GetAsync("rounds/2021-1/audit")).Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_late_answer_proposes_an_extension_to_officers_only()
    {
        await using var round = await SealedRound.StartAsync();
        var question = await AskAsync(round);
        await round.App.AdvanceToAsync(new LocalDateTime(2021, 5, 18, 9, 0));

        var answered = await round.Officer.PostAsync($"{question}/answers", Reply);

        Assert.Equal("2021-05-25T10:00:00Z", answered.Json.GetProperty("proposal").GetProperty("closes").GetString());
        Assert.False((await round.Harald.GetAsync(question)).Json.TryGetProperty("proposal", out _));
        Assert.Equal("questions-closed", (await round.Harald.PostAsync(Questions, new { question = "Og om sommeren?" })).Problem);
    }

    [Fact]
    public async Task Strangers_and_suppliers_who_would_answer_are_refused_and_it_is_recorded()
    {
        await using var round = await SealedRound.StartAsync();
        var question = await AskAsync(round);

        Assert.Equal(404, (await round.App.As("ola@other", Role.SupplierUser, supplier: "other").PostAsync(Questions, new { question = "Hva?" })).Code);
        Assert.Equal((403, "role-required"), await CodeOf(round.Officer.PostAsync(Questions, new { question = "Hva?" })));
        Assert.Equal((403, "role-required"), await CodeOf(round.Bertel.PostAsync($"{question}/answers", Reply)));
        Assert.Equal((403, "not-named-for-round"), await CodeOf(round.App.As("tonje", Role.ProcurementOfficer).PostAsync($"{question}/answers", Reply)));
        Assert.Equal(404, (await round.Officer.PostAsync($"{Questions}/question-0/answers", Reply)).Code);
        Assert.Contains("not-named-for-round", (await round.Auditor.GetAsync("rounds/2021-1/audit")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "question": "" }""", 422, "invalid-question")]
    [InlineData("""{ "question": "Hva?", "lotId": "lot-7" }""", 422, "invalid-question")]
    [InlineData("""{ "question": "Hva?", "supplierId": "harald" }""", 400, "malformed-json")]
    [InlineData("{}", 400, "malformed-json")]
    public async Task A_question_that_makes_no_sense_changes_nothing(string body, int status, string code)
    {
        await using var round = await SealedRound.StartAsync();
        using var content = new StringContent(body, Encoding.UTF8, "application/json");

        Assert.Equal((status, code), await CodeOf(round.Bertel.PostAsync(Questions, content)));
        Assert.Empty((await round.Officer.GetAsync(Questions)).Json.GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task An_answer_that_names_an_invited_supplier_is_not_sent()
    {
        await using var round = await SealedRound.StartAsync();
        await round.App.Store.CreateAsync(new Supplier("harald", "Harald Bil AS", "974760673", []));
        var question = await AskAsync(round);

        var refused = await round.Officer.PostAsync(
            $"{question}/answers", new { question = new { no = "Harald Bil AS spør", en = "A question" }, answer = new { no = "Ja", en = "Yes" } });

        Assert.Equal((422, "invalid-answer"), (refused.Code, refused.Problem));
        Assert.DoesNotContain(await MessagesAsync(round), id => id.StartsWith("notice-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Asking_and_answering_again_with_the_same_key_does_it_once()
    {
        await using var round = await SealedRound.StartAsync();

        var first = await round.Bertel.PostAsync(Questions, new { question = "Hva?" }, "same");
        var again = await round.Bertel.PostAsync(Questions, new { question = "Hva?" }, "same");
        await round.Officer.PostAsync($"{first.Location![5..]}/answers", Reply);
        await round.Officer.PostAsync($"{first.Location![5..]}/answers", Reply);

        Assert.Equal(first.Location, again.Location);
        Assert.Equal(3, (await MessagesAsync(round)).Count(id => id.StartsWith("notice-", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Whoever_was_left_untold_when_the_process_died_is_told_by_the_sweep()
    {
        await using var round = await SealedRound.StartAsync();
        var question = await AskAsync(round);
        await round.Officer.PostAsync($"{question}/answers", Reply);
        var id = (await MessagesAsync(round)).Single(m => m.StartsWith("notice-", StringComparison.Ordinal) && m.EndsWith("-maxus", StringComparison.Ordinal));
        var lost = (await round.App.Store.FindAsync<OutboundMessage>("2021-1", id))!;
        await round.App.Store.DeleteAsync<OutboundMessage>("2021-1", id, lost.ETag);

        await round.App.AdvanceToAsync(new LocalDateTime(2021, 5, 12, 13, 0));

        Assert.Equal(lost.Document, (await round.App.Store.FindAsync<OutboundMessage>("2021-1", id))!.Document);
    }

    [Fact]
    public async Task The_worst_of_the_real_backends_changes_nothing()
    {
        var calm = await OutcomeAsync(new DurableEngineOptions(), hostile: null);

        Assert.Equal(calm, await OutcomeAsync(
            new DurableEngineOptions { ReplayEveryTurn = true, Hostile = new HostileMode { Seed = 3, RepeatActivity = 0.5 } },
            new HostileTriggers { DropEveryFeedBatch = 2, RepeatEveryMessage = 2 }));
    }

    private static async Task<string> OutcomeAsync(DurableEngineOptions engine, HostileTriggers? hostile)
    {
        await using var round = await SealedRound.StartAsync(engine, hostile);
        var asked = await round.Bertel.PostAsync(Questions, new { question = "Hva?" }, "same");
        await round.Officer.PostAsync($"{asked.Location![5..]}/answers", Reply, "same");
        await round.App.AdvanceToAsync(new LocalDateTime(2021, 5, 13, 13, 0));
        return (await round.Officer.GetAsync(Questions)).Text + (await round.Officer.GetAsync("rounds/2021-1/messages")).Text;
    }

    private static async Task<string> AskAsync(SealedRound round)
    {
        var asked = await round.Bertel.PostAsync(Questions, new { question = "Vi lurer på rekkevidden.", lotId = "lot-1" });
        Assert.True(asked.Code == 201, asked.Text);
        return asked.Location![5..];
    }

    private static async Task<(int, string?)> CodeOf(Task<Answer> answering)
    {
        var answer = await answering;
        return (answer.Code, answer.Problem);
    }

    private static async Task<IEnumerable<string>> MessagesAsync(SealedRound round) =>
        (await round.App.Store.ListAsync<OutboundMessage>("2021-1", new DocumentQuery())).Items.Select(m => m.Document.MessageId);
}
