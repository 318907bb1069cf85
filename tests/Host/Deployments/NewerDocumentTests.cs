using Microsoft.DurableTask.Client;
using NodaTime;
using Samkjop.Embedded.Storage;
using Samkjop.Purchasing;
using Samkjop.Tests.Host.Bids;

namespace Samkjop.Tests.Host.Deployments;

/// <summary>While hosts of two releases share a deployment, the older one meets a document that the newer one has written.</summary>
public sealed class NewerDocumentTests
{
    private const string Rewrite = """
        UPDATE doc_documents SET schema_version = ?1, body = json_set(body, '$.schemaVersion', ?1), seq = (SELECT value + ?2 FROM doc_sequence)
        WHERE kind = 'round'
        """;

    private static readonly LocalDateTime BeforeClosing = new(2021, 5, 21, 11, 59);

    [Fact]
    public async Task Orchestrations_wait_for_a_host_that_can_read_it()
    {
        await using var round = await SealedRound.StartAsync();
        await round.App.AdvanceToAsync(BeforeClosing);
        await WriteAsync(round, schemaVersion: 2, ahead: 1);
        await round.App.AdvanceToAsync(BeforeClosing.PlusMinutes(7));
        var waiting = await round.App.App.Functions.DurableClient.GetInstanceAsync(Round.InstanceId(SealedRound.RoundId));

        await WriteAsync(round, schemaVersion: 1, ahead: 2);
        await round.App.AdvanceToAsync(BeforeClosing.PlusMinutes(16));

        Assert.Equal(OrchestrationRuntimeStatus.Running, waiting!.RuntimeStatus);
        Assert.Equal(RoundPhase.AwaitingOpening, (await round.RoundAsync()).Phase);
    }

    [Fact]
    public async Task Requests_are_told_to_come_again_and_the_document_is_left_as_it_is()
    {
        await using var round = await SealedRound.StartAsync();
        await WriteAsync(round, schemaVersion: 2, ahead: 1);

        var answer = await SealedRound.BeginAsync(round.Bertel);

        Assert.Equal((503, "try-again", "60"), (answer.Code, answer.Problem, answer.Headers["Retry-After"]));
        await WriteAsync(round, schemaVersion: 1, ahead: 2);
        Assert.Equal(RoundPhase.Bidding, (await round.RoundAsync()).Phase);
    }

    private static Task<int> WriteAsync(SealedRound round, int schemaVersion, int ahead) =>
        round.App.App.File.WriteAsync(session => session.Execute(Rewrite, schemaVersion, ahead + 1000));
}
