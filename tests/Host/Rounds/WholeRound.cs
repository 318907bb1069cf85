using System.Globalization;
using System.Text;
using System.Text.Json;
using NodaTime;
using Samkjop.Audit;
using Samkjop.Embedded.DurableTask;
using Samkjop.Embedded.Functions;
using Samkjop.People;
using Samkjop.Purchasing;
using Samkjop.State;
using Samkjop.Tests.Host.Bids;

namespace Samkjop.Tests.Host.Rounds;

/// <summary>A small round from its plan to its protocol, through HTTP alone; something can be done to the app between any two steps.</summary>
internal static class WholeRound
{
    private const string Rounds = "rounds/2021-1";

    /// <summary>Plays the round.</summary>
    /// <param name="engine">How the engine runs.</param>
    /// <param name="hostile">How triggers misbehave.</param>
    /// <param name="between">Done after each step, given the step's number.</param>
    /// <returns>What became of it, in a form that compares: no ETags, no instants that mischief may shift.</returns>
    public static async Task<string> PlayAsync(DurableEngineOptions? engine = null, HostileTriggers? hostile = null, Func<SpringRound, int, Task>? between = null)
    {
        await using var round = await SpringRound.PlannedAsync(engine: engine, hostile: hostile);
        var steps = Steps(round).ToList();
        for (var i = 0; i < steps.Count; i++)
        {
            await steps[i]();
            await round.App.SettleAsync();
            if (between is not null)
            {
                await between(round, i);
            }
        }

        return await OutcomeAsync(round);
    }

    /// <summary>The steps, each sending its requests under the same keys whenever it is taken.</summary>
    public static IEnumerable<Func<Task>> Steps(SpringRound round)
    {
        yield return () => round.App.PassToAsync(SpringRound.NeedsAreTaken);
        yield return () => round.ApprovedNeedAsync(round.Reporter, round.BudgetHolder, SpringRound.Need());
        yield return () => round.ApprovedNeedAsync(round.OtherReporter, round.OtherBudgetHolder, SpringRound.Need(4, range: 300));
        yield return () => round.ApprovedNeedAsync(round.Reporter, round.BudgetHolder, SpringRound.Need(2, "largeVan"));
        yield return () => round.App.PassToAsync(SpringRound.LotsAreLocked);
        yield return async () => Ok(await round.Officer.PutAsync($"{Rounds}/procurement-document", SpringRound.Document(), (await round.Officer.GetAsync(Rounds)).ETag));
        yield return async () => Ok(await round.Officer.PostAsync($"{Rounds}/invitation", new { closesOn = "2021-05-18" }));
        yield return () => BidAsync(round, "bilco", ("lot-1", 420_000, 350), ("lot-2", 610_000, 320));
        yield return () => BidAsync(round, "volt", ("lot-1", 402_000, 340));
        yield return () => round.App.PassToAsync(new LocalDateTime(2021, 5, 18, 13, 0));
        yield return () => ApproveOpeningAsync(round, "en");
        yield return () => ApproveOpeningAsync(round, "to");
        yield return () => EvaluateAsync(round);
        yield return () => AwardAsync(round);
        yield return () => round.App.PassToAsync(new LocalDateTime(2021, 5, 31, 9, 0));
        yield return () => SignAsync(round);
        yield return () => round.App.PassToAsync(new LocalDateTime(2021, 9, 1, 9, 0));
        yield return () => DeliverAsync(round);
        yield return () => round.App.PassToAsync(new LocalDateTime(2021, 9, 3, 9, 0));
    }

    private static async Task BidAsync(SpringRound round, string supplierId, params (string LotId, decimal Price, int Range)[] sheets)
    {
        var supplier = round.Supplier(supplierId);
        Ok(await supplier.PostAsync($"{Rounds}/bids"));
        foreach (var (lotId, price, range) in sheets)
        {
            var announced = Ok(await supplier.PostAsync($"{Rounds}/bids/bid-{supplierId}/documents", new { purpose = "sheet", lotId, fileName = $"{lotId}.json" }));
            var sheet = JsonSerializer.Serialize(new
            {
                lotId,
                model = "Peugeot e-Expert",
                specification = new { make = "Peugeot", model = "e-Expert", drivetrain = "batteryElectric", rangeKm = range },
                unitPrice = price,
                deliveryWeeks = 10,
                validUntil = "2021-09-30",
            });
            await SealedRound.UploadAsync(announced, Encoding.UTF8.GetBytes(sheet));
        }
    }

    private static async Task ApproveOpeningAsync(SpringRound round, string subject)
    {
        var opener = round.App.As(subject, Role.Opener);
        Ok(await opener.PostAsync($"{Rounds}/impartiality-declarations", new { impartial = true }));
        Ok(await opener.PostAsync($"{Rounds}/opening/approvals"));
    }

    private static async Task EvaluateAsync(SpringRound round)
    {
        var evaluator = round.App.As("eva", Role.Evaluator);
        Ok(await evaluator.PostAsync($"{Rounds}/impartiality-declarations", new { impartial = true }));
        Ok(await round.Officer.PostAsync($"{Rounds}/impartiality-declarations", new { impartial = true }));
        foreach (var lotId in await LotIdsAsync(round))
        {
            foreach (var evaluation in Ok(await evaluator.GetAsync($"{Rounds}/lots/{lotId}/evaluations")).Json.GetProperty("items").EnumerateArray())
            {
                var bidId = evaluation.GetProperty("bidId").GetString()!;
                var points = bidId == "bid-bilco" ? 9 : 7;
                Ok(await evaluator.PostAsync(
                    $"{Rounds}/lots/{lotId}/evaluations", new { bidId, points = new[] { new { criterionId = "climate", points, reason = "Rekkevidde og lading." } } }));
            }

            Ok(await round.Officer.PostAsync($"{Rounds}/lots/{lotId}/ranking"));
        }

        Ok(await round.Officer.PostAsync($"{Rounds}/lots/lot-3/outcome", new { outcome = "close", reason = new { no = "Ingen gav tilbud.", en = "Nobody bid." } }));
    }

    private static async Task AwardAsync(SpringRound round)
    {
        var decider = round.App.As("direktor", Role.AwardDecider);
        Ok(await decider.PostAsync($"{Rounds}/impartiality-declarations", new { impartial = true }));
        foreach (var lotId in await LotIdsAsync(round))
        {
            var ranking = Ok(await round.Officer.GetAsync($"{Rounds}/lots/{lotId}/ranking")).Json.GetProperty("ranking").GetProperty("bids");
            Ok(await round.Officer.PostAsync(
                $"{Rounds}/lots/{lotId}/award-proposal", new { bidId = ranking[0].GetProperty("bidId").GetString(), reason = "Best forhold mellom pris og klima." }));
            await ShowEvidenceAsync(round, lotId);
            Ok(await decider.PostAsync($"{Rounds}/lots/{lotId}/award-decision", new { approve = true, reason = "Enig." }));
        }
    }

    /// <summary>The proposed winner is asked for its tax certificate and one thing more, shows both, and an officer accepts them.</summary>
    private static async Task ShowEvidenceAsync(SpringRound round, string lotId)
    {
        var asked = Ok(await round.Officer.PostAsync($"{Rounds}/lots/{lotId}/evidence", new { items = new[] { "Firmaattest" } })).Json;
        var evidence = $"{Rounds}/lots/{lotId}/evidence/{asked.GetProperty("bidId").GetString()}";
        foreach (var item in asked.GetProperty("items").EnumerateArray().Select(item => $"{evidence}/items/{item.GetProperty("itemId").GetString()}"))
        {
            Ok(await round.Supplier(asked.GetProperty("supplierId").GetString()!).PostAsync($"{item}/submission", new { issuedOn = "2021-05-10", reference = "Altinn" }));
            Ok(await round.Officer.PostAsync($"{item}/judgement", new { accept = true, reason = "I orden." }));
        }
    }

    private static async Task SignAsync(SpringRound round)
    {
        foreach (var lotId in await LotIdsAsync(round))
        {
            var lot = await round.App.Store.FindAsync<Lot>("2021-1", lotId);
            Ok(await round.App.As("kontrakt", Role.ContractManager).PostAsync($"{Rounds}/lots/{lotId}/contract/signatures"));
            Ok(await round.Supplier(lot!.Document.Award!.SupplierId).PostAsync($"{Rounds}/lots/{lotId}/contract/signatures"));
        }
    }

    private static async Task DeliverAsync(SpringRound round)
    {
        foreach (var order in Ok(await round.Officer.GetAsync($"{Rounds}/orders")).Json.GetProperty("items").EnumerateArray())
        {
            var (id, supplier) = (order.GetProperty("orderId").GetString(), order.GetProperty("supplierId").GetString()!);
            foreach (var kind in new[] { "confirmed", "dispatched", "delivered" })
            {
                Ok(await round.Supplier(supplier).PostAsync($"{Rounds}/orders/{id}/entries", new { kind }));
            }

            var agency = order.GetProperty("agencyId").GetString() == "bym" ? round.Reporter : round.OtherReporter;
            Ok(await agency.PostAsync($"{Rounds}/orders/{id}/acceptance", new { accepted = true }));
        }
    }

    /// <summary>The lots that somebody has bid for.</summary>
    private static async Task<List<string>> LotIdsAsync(SpringRound round) =>
    [
        .. Ok(await round.Officer.GetAsync($"{Rounds}/lots")).Json.GetProperty("items").EnumerateArray()
            .Where(lot => lot.GetProperty("phase").GetString() != "withoutBids")
            .Select(lot => lot.GetProperty("lotId").GetString()!),
    ];

    /// <summary>What became of the round, in a form that compares.</summary>
    public static async Task<string> OutcomeAsync(SpringRound round)
    {
        var told = new StringBuilder();
        var store = round.App.Store;
        var document = (await store.FindAsync<Round>("2021-1", "round"))!.Document;
        told.AppendLine(CultureInfo.InvariantCulture, $"{document.Phase}, {document.Manifest?.Entries} documents, {document.Closing?.ProtocolBlob}");
        await foreach (var lot in store.AllAsync<Lot>("2021-1"))
        {
            var ranking = string.Join(", ", lot.Document.Ranking?.Bids.Select(bid => $"{bid.BidId} {bid.Total:F4}") ?? []);
            told.AppendLine(CultureInfo.InvariantCulture, $"{lot.Document.LotId} {lot.Document.Phase}: {ranking}; {lot.Document.Award?.SupplierId}; {string.Join(", ", lot.Document.OrderIds)}");
        }

        await foreach (var order in store.AllAsync<Order>("2021-1"))
        {
            told.AppendLine(CultureInfo.InvariantCulture, $"{order.Document.OrderId} {order.Document.State}: {order.Document.AcceptedQuantity} of {order.Document.Quantity} from {order.Document.SupplierId}");
        }

        var events = new List<string>();
        await foreach (var entry in store.AllAsync<AuditEntry>("2021-1"))
        {
            events.Add($"{entry.Document.Source.Split('#', '/')[0]} {entry.Document.Event.GetType().Name}");
        }

        events.Sort(StringComparer.Ordinal);
        return told.AppendJoin('\n', events).ToString();
    }

    private static Answer Ok(Answer answer)
    {
        Assert.True(answer.Code is >= 200 and < 300, $"{answer.Code}: {answer.Text}");
        return answer;
    }
}
