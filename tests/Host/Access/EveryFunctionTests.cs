using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;
using Samkjop.Audit;
using Samkjop.Functions.Http;
using Samkjop.Functions.OpenApi;
using Samkjop.People;
using Samkjop.Purchasing;
using Samkjop.Tests.Host.BadInput;

namespace Samkjop.Tests.Host.Access;

/// <summary>What holds for every function, those to come included.</summary>
public sealed partial class EveryFunctionTests(OrderedRound ordered) : IClassFixture<OrderedRound>
{
    /// <summary>Nobody but the named may command anything in a round, but for these.</summary>
    private static readonly Dictionary<string, string> OpenToStrangers = new(StringComparer.Ordinal)
    {
        ["CreateCalendarFeed"] = "a subscription of one's own to what one may read",
    };

    private static readonly IReadOnlyList<HttpFunction> Functions =
    [
        .. EndpointRules.HttpFunctions(typeof(EndpointRules).Assembly).Select(method => new HttpFunction(
            method.GetCustomAttribute<FunctionAttribute>()!.Name,
            method.GetParameters().Select(p => p.GetCustomAttribute<HttpTriggerAttribute>()).First(t => t is not null)!,
            method.GetCustomAttribute<RequiresRoleAttribute>()?.Roles)),
    ];

    private static readonly Dictionary<string, JsonObject> Operations = OpenApiContract.Document["paths"]!.AsObject()
        .SelectMany(path => path.Value!.AsObject().Where(o => o.Key != "parameters").Select(operation => operation.Value!.AsObject()))
        .ToDictionary(o => o["operationId"]!.GetValue<string>());

    private static IEnumerable<HttpFunction> OfRounds => Functions.Where(f => f is { Roles: not null } && f.Route.StartsWith("rounds/{roundId}", StringComparison.Ordinal));

    [Fact]
    public void An_auditor_changes_nothing() => Assert.Empty(Functions.Where(f => f.IsUnsafe && f.Roles?.Contains(Role.Auditor) is true).Select(f => f.Name));

    [Fact]
    public void An_auditor_reads_everything_of_a_round_in_the_form_that_staff_read_it() => Assert.Equal(
        ["GetAwardLetter", "GetNeedsTemplate"], // all letters are in ListAwardLetters; the template is empty
        OfRounds.Where(f => !f.IsUnsafe && !f.Roles!.Contains(Role.Auditor)).Select(f => f.Name).Order(StringComparer.Ordinal));

    [Fact]
    public async Task An_auditor_reads_every_round_that_its_functions_tell_of()
    {
        var auditor = ordered.Round.Auditor;
        foreach (var function in OfRounds.Where(f => !f.IsUnsafe && f.Roles!.Contains(Role.Auditor)))
        {
            Assert.True((await auditor.GetAsync(AddressOf(function))).Code is not 403, function.Name);
        }
    }

    [Fact]
    public async Task An_administrator_reads_no_bid()
    {
        foreach (var function in OfRounds.Where(f => !f.IsUnsafe))
        {
            var answer = await ordered.Round.Administrator.GetAsync(AddressOf(function));
            Assert.True(!Secrets.Any(secret => answer.Text.Contains(secret, StringComparison.Ordinal)), $"{function.Name}: {answer.Text}");
        }
    }

    [Fact]
    public async Task Whoever_lacks_the_role_is_refused_on_record_and_changes_nothing()
    {
        var faults = new List<string>();
        foreach (var function in OfRounds)
        {
            foreach (var role in Role.All.Except(function.Roles!).Take(2))
            {
                await RefuseAsync(function, CallerIn(role), strictly: true, faults);
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public async Task Whoever_has_the_role_but_is_not_named_invited_or_of_the_agency_is_refused_on_record_and_changes_nothing()
    {
        var faults = new List<string>();
        foreach (var function in OfRounds.Where(f => !OpenToStrangers.ContainsKey(f.Name)))
        {
            foreach (var role in function.Roles!)
            {
                await RefuseAsync(function, CallerIn(role), strictly: function.IsUnsafe, faults);
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public async Task Another_agencys_own_call_off_is_not_there_for_any_function()
    {
        foreach (var function in Functions.Where(f => f.Roles is not null && f.Route.Contains("{roundId}", StringComparison.Ordinal)))
        {
            var role = function.Roles!.FirstOrDefault(r => r is not (Role.Administrator or Role.Auditor or Role.QualificationOfficer or Role.SupplierUser or Role.SupplierSystem));
            if (role is null)
            {
                continue;
            }

            using var raw = new RawCaller(ordered.Round.App, ordered.Round.App.As("stranger", role, agency: "vav"));
            var answer = await raw.SendAsync(function.Method, AddressOf(function).Replace("2021-1", "2021-bym-1", StringComparison.Ordinal), "{}");
            Assert.True((404, "not-found") == (answer.Code, answer.Problem), $"{function.Name}: {answer.Code}");
        }
    }

    private static string[] Secrets => ["420000", "402000", "610000", "Peugeot", "Rekkevidde og lading"];

    private async Task RefuseAsync(HttpFunction function, TestCaller stranger, bool strictly, List<string> faults)
    {
        var (before, recorded) = (await StateAsync(), (await ordered.AuditAsync()).Count);
        using var raw = new RawCaller(ordered.Round.App, stranger);
        var (type, body) = SampleBody.Of(Operations[function.Name]);
        var answer = await raw.SendAsync(function.Method, AddressOf(function), body, function.IsUnsafe && function.Method is not "POST" ? await ETagAsync(function) : null, type);
        var told = $"{function.Name} as {string.Join(",", stranger.Caller.Roles)}: {answer.Code} {(answer.Code < 400 ? "" : answer.Problem)}";
        if (answer.Code is not (403 or 404))
        {
            if (strictly || answer.Code >= 500)
            {
                faults.Add(told);
            }

            return;
        }

        var entries = (await ordered.AuditAsync()).Skip(recorded).ToList();
        var isRead = !function.IsUnsafe && answer.Code is 404 && stranger.Caller.SupplierId is null;
        if (!isRead && !entries.Any(e => e.By.Id == stranger.Caller.Subject && e.Event is AttemptRefused or SupplierAttemptRefused))
        {
            faults.Add($"{told}, not recorded");
        }

        if (before != await StateAsync())
        {
            faults.Add($"{told}, changed something");
        }
    }

    private async Task<string?> ETagAsync(HttpFunction function)
    {
        var read = await ordered.Round.Officer.GetAsync(AddressOf(function));
        return (read.ETag ?? (await ordered.Round.Officer.GetAsync("rounds/2021-1")).ETag) is { } tag ? $"\"{tag}\"" : null;
    }

    private TestCaller CallerIn(string role) => role switch
    {
        Role.SupplierUser or Role.SupplierSystem => ordered.Round.App.As("stranger", role, supplier: "utenfor"),
        Role.NeedReporter or Role.BudgetHolder => ordered.Round.App.As("stranger", role, agency: "vav"),
        _ => ordered.Round.App.As("stranger", role),
    };

    private string AddressOf(HttpFunction function) => Parameter().Replace(function.Route, m => ordered.Ids.GetValueOrDefault(m.Groups["name"].Value, m.Value.Contains(":int", StringComparison.Ordinal) ? "1" : "unknown-1"));

    private async Task<string> StateAsync() => string.Join('\n', await ordered.VersionsAsync());

    [GeneratedRegex(@"\{(?<name>[^}:?]+)[^}]*\}")]
    private static partial Regex Parameter();

    private sealed record HttpFunction(string Name, HttpTriggerAttribute Trigger, IReadOnlyList<string>? Roles)
    {
        public string Method => Trigger.Methods!.Single().ToUpperInvariant();

        public string Route => Trigger.Route!;

        public bool IsUnsafe => Method is not "GET";
    }
}
