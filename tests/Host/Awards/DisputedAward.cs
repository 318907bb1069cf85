using System.Globalization;
using System.Text;
using NodaTime;
using Samkjop.Audit;
using Samkjop.Embedded.DurableTask;
using Samkjop.Embedded.Functions;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Awards;
using Samkjop.State;
using Samkjop.Tests.Host.Bids;
using static Samkjop.Tests.Host.Awards.AwardingRound;

namespace Samkjop.Tests.Host.Awards;

/// <summary>
/// One lot through everything that can happen to an award: evidence, a complaint that holds back the contract, an annulment, another evaluation, a winner that
/// withdraws, a court's stop, both signatures. Something can be done to the app between any two steps.
/// </summary>
internal static class DisputedAward
{
    private const string TheLot = $"rounds/{Id}/lots/lot-1";

    public static async Task<string> PlayAsync(DurableEngineOptions? engine = null, HostileTriggers? hostile = null, Func<AwardingRound, Task<AwardingRound>>? between = null)
    {
        var round = await StartAsync(engine, hostile, evidence: true);
        try
        {
            foreach (var step in Steps())
            {
                await step(round);
                await round.App.SettleAsync();
                round = between is null ? round : await between(round);
            }

            return await OutcomeAsync(round);
        }
        finally
        {
            await round.DisposeAsync();
        }
    }

    private static IEnumerable<Func<AwardingRound, Task>> Steps()
    {
        yield return async round => Ok(await round.Officer.PostAsync($"{TheLot}/award-proposal", new { bidId = "bid-beta", reason = "Best totalt." }));
        yield return round => ShowAsync(round, "beta");
        yield return DecideAsync;
        yield return round => To(round, new LocalDateTime(2021, 5, 20, 9, 0));
        yield return async round => Ok(await round.Supplier("alfa").PostAsync($"{TheLot}/complaints", new { grounds = "Rekkevidden vår er lest feil." }));
        yield return round => To(round, new LocalDateTime(2021, 5, 27, 9, 0));
        yield return async round => Assert.Equal("lot-suspended", (await round.Manager.PostAsync($"{TheLot}/contract/signatures")).Problem);
        yield return async round => Ok(await round.Decider.PostAsync(
            $"{TheLot}/complaints/{await ComplaintIdAsync(round, "toBuyer")}/conclusion", new { outcome = "upheld", reason = "Klageren har rett." }));
        yield return async round => Ok(await round.Decider.PostAsync($"{TheLot}/award/annulment", new { reason = "Innstillingen bygde på feil rekkevidde.", reevaluate = true }));
        yield return async round => Ok(await round.Evaluator.PostAsync(
            $"{TheLot}/evaluations", new { bidId = "bid-beta", points = new[] { new { criterionId = "range", points = 9, reason = "490 km, ikke 500." } } }));
        yield return async round => Ok(await round.Officer.PostAsync($"{TheLot}/ranking"));
        yield return async round => Ok(await round.Officer.PostAsync($"{TheLot}/award-proposal", new { bidId = "bid-beta", reason = "Fortsatt best totalt." }));
        yield return DecideAsync;
        yield return async round => Ok(await round.Supplier("beta").PostAsync($"{TheLot}/award/withdrawal", new { reason = "Vi får ikke levert." }));
        yield return async round => Ok(await round.Officer.PostAsync($"{TheLot}/award-proposal", new { bidId = "bid-alfa", reason = "Neste i rangeringen." }));
        yield return round => ShowAsync(round, "alfa");
        yield return DecideAsync;
        yield return async round => Ok(await round.Officer.PostAsync($"{TheLot}/recorded-complaints", new
        {
            madeTo = "toCourt", supplierId = "beta", receivedAt = round.App.Now.ToString(), grounds = "Begjæring om midlertidig forføyning.", reference = "21-081533TVI",
        }));
        yield return round => To(round, new LocalDateTime(2021, 6, 14, 9, 0));
        yield return async round => Assert.Equal("lot-suspended", (await round.Manager.PostAsync($"{TheLot}/contract/signatures")).Problem);
        yield return async round => Ok(await round.Officer.PostAsync(
            $"{TheLot}/complaints/{await ComplaintIdAsync(round, "toCourt")}/conclusion", new { outcome = "dismissed", reason = "Begjæringen er ikke tatt til følge." }));
        yield return async round => Ok(await round.Manager.PostAsync($"{TheLot}/contract/signatures"));
        yield return round => To(round, new LocalDateTime(2021, 6, 22, 9, 0));
        yield return async round => Ok(await round.Supplier("alfa").PostAsync($"{TheLot}/contract/signatures"));
        yield return round => To(round, new LocalDateTime(2021, 6, 22, 12, 0));
    }

    private static async Task ShowAsync(AwardingRound round, string supplierId)
    {
        var (supplier, evidence) = (round.Supplier(supplierId), $"{TheLot}/evidence/bid-{supplierId}");
        Ok(await round.Officer.PostAsync($"{TheLot}/evidence", new { items = Array.Empty<string>() }));
        var upload = Ok(await supplier.PostAsync($"{evidence}/documents"));
        await SealedRound.UploadAsync(upload, "%PDF skatteattest"u8.ToArray());
        var documentId = upload.Json.GetProperty("documentId").GetString();
        Ok(await supplier.PostAsync($"{evidence}/items/tax-certificate/submission", new { issuedOn = "2021-05-03", documentId, fileName = "skatteattest.pdf" }));
        Ok(await round.Officer.PostAsync($"{evidence}/items/tax-certificate/judgement", new { accept = true, reason = "I orden." }));
    }

    private static async Task DecideAsync(AwardingRound round) => Ok(await round.Decider.PostAsync($"{TheLot}/award-decision", new { approve = true, reason = "Enig." }));

    private static Task To(AwardingRound round, LocalDateTime oslo) => round.App.AdvanceToAsync(oslo);

    private static async Task<string> ComplaintIdAsync(AwardingRound round, string madeTo) =>
        Ok(await round.Officer.GetAsync($"{TheLot}/complaints")).Json.GetProperty("items").EnumerateArray()
            .Single(complaint => complaint.GetProperty("madeTo").GetString() == madeTo).GetProperty("complaintId").GetString()!;

    private static async Task<string> OutcomeAsync(AwardingRound round)
    {
        var told = new StringBuilder();
        var lot = await round.DocumentAsync<Lot>("lot-1");
        told.AppendLine(CultureInfo.InvariantCulture, $"{lot.Phase} {lot.Award?.SupplierId} letters {lot.Letters?.Number}, {lot.Letters?.StandstillEnds}, orders {string.Join(", ", lot.OrderIds)}");
        told.AppendLine(CultureInfo.InvariantCulture, $"earlier: {string.Join("; ", lot.EarlierAwards.Select(earlier => $"{earlier.Award.SupplierId} {earlier.Ending} {earlier.Letters?.Number}"))}");
        var events = new List<string>();
        await foreach (var entry in round.App.Store.AllAsync<AuditEntry>(Id))
        {
            events.Add($"{entry.Document.Source.Split('#', '/')[0]} {entry.Document.Event.GetType().Name}");
        }

        events.Sort(StringComparer.Ordinal);
        events.ForEach(line => told.AppendLine(line));
        await foreach (var letter in round.App.Store.AllAsync<AwardLetter>(Id))
        {
            told.AppendLine(CultureInfo.InvariantCulture, $"{letter.Document.Id} {letter.Document.Content.Outcome}");
        }

        await foreach (var message in round.App.Store.AllAsync<OutboundMessage>(Id))
        {
            told.AppendLine(message.Document.MessageId.StartsWith("complaint-", StringComparison.Ordinal) ? "complaint" : message.Document.MessageId);
        }

        return told.ToString();
    }

    private static Answer Ok(Answer answer)
    {
        Assert.True(answer.Code is 200 or 201, $"{answer.Code}: {answer.Text}");
        return answer;
    }
}
