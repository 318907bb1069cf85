using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;
using Samkjop.Functions.Http;
using Samkjop.People;
using Samkjop.Purchasing.Access;
using Samkjop.Tests.Host.Awards;
using Samkjop.Tests.Host.Bids;

namespace Samkjop.Tests.Host.Access;

/// <summary>Every reading function of a round is held to the access table: at each stage, for each sort of reader.</summary>
public sealed partial class AccessTableTests
{
    private static readonly Dictionary<string, string> Routes = EndpointRules.HttpFunctions(typeof(EndpointRules).Assembly)
        .Select(m => (Name: m.GetCustomAttribute<FunctionAttribute>()!.Name, Trigger: m.GetParameters().Select(p => p.GetCustomAttribute<HttpTriggerAttribute>()).First(t => t is not null)!))
        .Where(f => f.Trigger.Methods!.Single() == "get" && f.Trigger.Route!.StartsWith("rounds", StringComparison.Ordinal))
        .ToDictionary(f => f.Name, f => f.Trigger.Route!, StringComparer.Ordinal);

    [Fact]
    public void Every_function_that_reads_of_a_round_says_what_it_reads()
    {
        var said = ReadingFunctions.Kinds.Keys.Concat(ReadingFunctions.Others.Keys).ToList();
        Assert.Equal(said.Distinct(), said);
        Assert.True(Routes.Keys.ToHashSet().SetEquals(said), $"Unclassified: {string.Join(", ", Routes.Keys.Except(said))}. Gone: {string.Join(", ", said.Except(Routes.Keys))}.");
    }

    [Fact]
    public async Task While_bids_are_sealed_and_once_they_are_open_each_reads_what_the_table_says()
    {
        await using var round = await SealedRound.StartAsync();
        await round.BidAsync(round.Bertel, SealedRound.SheetJson());
        var readers = ReadersOf(round.App, "opener-1", "bertel");
        await HoldAsync(readers, null, AccessStage.Sealed, "bid-bertel");

        await round.OpenAsync();
        await round.DeclareAsync(round.Officer, round.Evaluator, round.Decider);
        await HoldAsync(readers, AccessStage.Sealed, AccessStage.Opened, "bid-bertel");
    }

    [Fact]
    public async Task Once_the_award_is_told_each_reads_what_the_table_says()
    {
        await using var round = await AwardingRound.StartAsync();
        await round.AwardAsync();
        foreach (var person in (TestCaller[])[round.App.As("evaluator", Role.Evaluator), round.Manager])
        {
            Assert.Equal(200, (await person.PostAsync($"rounds/{AwardingRound.Id}/impartiality-declarations", new { impartial = true })).Code);
        }

        var staff = ReadersOf(round.App, "o1", "beta").Where(reader => reader.Key is not (AccessReader.Bidder or AccessReader.OtherSupplier));
        await HoldAsync(staff.ToDictionary(), AccessStage.Opened, AccessStage.Awarded, "bid-beta");
    }

    /// <summary>Calls every function for every reader; after the first stage, those whose row of the table has changed since.</summary>
    private static async Task HoldAsync(IReadOnlyDictionary<AccessReader, TestCaller> readers, AccessStage? before, AccessStage stage, string bidId)
    {
        var wrong = new List<string>();
        foreach (var (function, kind) in ReadingFunctions.Kinds.Where(read => before is not { } earlier
            || Enum.GetValues<AccessReader>().Any(reader => AccessTable.Of(read.Value, reader, earlier) != AccessTable.Of(read.Value, reader, stage))))
        {
            var path = Placeholder().Replace(Routes[function], match => ValueOf(match.Groups[1].Value, bidId));
            foreach (var (reader, caller) in readers)
            {
                var answer = await caller.GetAsync(path);
                var reach = AccessTable.Of(kind, reader, stage);
                if (reach is AccessReach.None ? !ReadsNothing(answer) : answer.Code == 403)
                {
                    wrong.Add($"{stage} {function} ({kind}) by {reader}: the table says {reach}, the function {answer.Code} {(answer.Code >= 400 ? answer.Problem : "")}");
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    /// <summary>Refused, or a list of what is the reader's own and holds nothing.</summary>
    private static bool ReadsNothing(Answer answer) =>
        answer.Code is 403 or 404 || (answer.Code == 200 && answer.Json.EnumerateObject().Select(member => member.Value)
            .Where(value => value.ValueKind is System.Text.Json.JsonValueKind.Array).Select(list => list.GetArrayLength()).DefaultIfEmpty(1).All(length => length == 0));

    private static Dictionary<AccessReader, TestCaller> ReadersOf(TestApp app, string opener, string bidder) => new()
    {
        [AccessReader.Officer] = app.As("officer", Role.ProcurementOfficer),
        [AccessReader.Opener] = app.As(opener, Role.Opener),
        [AccessReader.Evaluator] = app.As("evaluator", Role.Evaluator),
        [AccessReader.Decider] = app.As("decider", Role.AwardDecider),
        [AccessReader.ContractManager] = app.As("manager", Role.ContractManager),
        [AccessReader.Auditor] = app.As("auditor", Role.Auditor),
        [AccessReader.Administrator] = app.As("ida", Role.Administrator),
        [AccessReader.NeedReporter] = app.As("nina", Role.NeedReporter, agency: "bym"),
        [AccessReader.Bidder] = app.As($"kari@{bidder}", Role.SupplierUser, supplier: bidder),
        [AccessReader.OtherSupplier] = app.As("stranger", Role.SupplierUser, supplier: "stranger"),
    };

    private static string ValueOf(string parameter, string bidId) => parameter switch
    {
        "roundId" => SealedRound.RoundId,
        "lotId" => "lot-1",
        "bidId" => bidId,
        "version" or "number" => "1",
        "recordId" => "criteria",
        _ => $"{parameter.ToLowerInvariant()}-none",
    };

    [GeneratedRegex(@"\{(\w+)(?::\w+)?\}")]
    private static partial Regex Placeholder();
}
