using Microsoft.Extensions.Time.Testing;
using Samkjop.Audit;
using Samkjop.Embedded.Storage;
using Samkjop.Host.Storage;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Access;
using Samkjop.Purchasing.Archive;
using Samkjop.State;
using Samkjop.Tests.Host.CommandLine;

namespace Samkjop.Tests.Host.Scenarios;

/// <summary>A request before the award is put off, after it is answered with a redacted copy; a name is erased, and the log still verifies.</summary>
public sealed class AccessRequestScenarioTests
{
    private const string Round = "2021-1";

    private static readonly string[] Told =
    [
        "registers a request for access (press) to bid-fossefall, protocol, criteria",
        "puts off bid-fossefall, protocol until the award (offentleglova § 23 tredje ledd)",
        "409 exempt-until-award",
        "takes up the request for bid-fossefall, protocol: the award is made, and an answer is due by Tuesday 6 July 2021 at 24:00",
        "409 business-secret",
        "asks Fossefall Bil AS for a copy without business secrets",
        "gives access to bid-fossefall with parts redacted",
        "the unit price is redacted",
        "reminds officers of a request for access that is due today",
        "five working days have passed, and silence counts as a refusal",
        "erases the journalist's name",
        "exports the journal with its files",
        "none changed, missing or put in",
    ];

    [Fact]
    public async Task It_is_played_to_its_end_and_the_chain_holds_without_the_name_that_was_erased()
    {
        var folder = Directory.CreateTempSubdirectory("samkjop-access-");
        try
        {
            var data = Path.Combine(folder.FullName, "access-request");
            var run = await SamkjopProcess.RunAsync("rehearse", Path.Combine(AppContext.BaseDirectory, "scenarios", "access-request.yaml"), "--data", data);
            Assert.True(run.ExitCode == 0, run.Output + run.Errors);
            var told = string.Join(' ', run.Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            Assert.All(Told, text => Assert.Contains(text, told, StringComparison.Ordinal));
            await AssertOutcomeAsync(data);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task AssertOutcomeAsync(string data)
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var file = SqliteFile.Open(Path.Combine(data, "samkjop.db"));
        var store = new SqliteDocumentStore(file, new FakeTimeProvider());
        var requests = await store.AllAsync<AccessRequest>(Round, AccessRequest.IdPrefix, cancel).Select(stored => stored.Document).OrderBy(request => request.ReceivedAt).ToListAsync(cancel);
        Assert.Equal([RequesterKind.Press, RequesterKind.Anonymous], requests.Select(request => request.Requester.Kind));
        Assert.Equal([AccessOutcome.Partly, AccessOutcome.Granted, AccessOutcome.Granted], requests[0].Items.Select(item => item.Outcome));
        Assert.Equal(2, requests[1].Reminders);

        var entries = await new AuditLog(store).EveryAsync(Round, cancel).Select(stored => stored.Document).ToListAsync(cancel);
        Assert.True(AuditVerification.Verify(entries.Select(entry => entry.Line(opened: true))).IsWhole);
        Assert.Contains(entries, entry => entry.IsExport);
        var person = (await store.FindAsync<Person>(Person.PartitionOf($"requester.{requests[0].RequestId}"), Person.DocumentId, cancel))!.Document;
        Assert.True(person is { Name: null, Mail: null, ErasedAt: not null });
        Assert.DoesNotContain(
            file.Read(session => session.Query("SELECT body FROM doc_documents", row => System.Text.Encoding.UTF8.GetString(row.Blob(0)))),
            body => body.Contains("Petra", StringComparison.Ordinal));
    }
}
