using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Samkjop.Functions.Http;
using Samkjop.Functions.Purchasing.Orders;
using Samkjop.Functions.Purchasing.Rounds;
using Samkjop.People;
using Samkjop.Purchasing;
using Samkjop.Purchasing.AwardNotices;
using Samkjop.Purchasing.Fleet;
using Samkjop.Purchasing.Orders;

namespace Samkjop.Functions.Purchasing.Fleet;

/// <summary>A round's effect on the fleet, as numbers and as the round report: those who run rounds read every agency, an agency its own and the sum.</summary>
public sealed class FleetEffectEndpoints(RoundReader rounds, FleetReader reader)
{
    [Function(nameof(GetFleetEffect))]
    [RequiresStaff]
    public async Task<IResult> GetFleetEffect(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "rounds/{roundId}/fleet-effect")] HttpRequest request,
        string roundId, FunctionContext context, CancellationToken cancellationToken)
    {
        var round = (await rounds.ReadAsync(context, roundId, cancellationToken)).Document;
        var sources = await reader.ReadAsync(round, cancellationToken);
        return Reply.Ok(FleetEffectView.Of(For(round, context.Caller(), sources.ToEffect())));
    }

    [Function(nameof(GetRoundReport))]
    [RequiresStaff]
    public async Task<IResult> GetRoundReport(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "rounds/{roundId}/report")] HttpRequest request,
        string roundId, FunctionContext context, CancellationToken cancellationToken)
    {
        var round = (await rounds.ReadAsync(context, roundId, cancellationToken)).Document;
        var sources = await reader.ReadAsync(round, cancellationToken);
        var caller = context.Caller();
        var (runs, now) = (RoundAccess.RunsRounds(round, caller), context.Arrived());
        var deliveries = DeliveryReportHtml.Section(
            [.. sources.Orders.Where(order => OrderAccess.MaySee(caller, order))], runs ? AwardNoticeDates.Of(round, sources.Lots) : [], now);
        var page = RoundReportHtml.Render(round, sources.System.Name, For(round, caller, sources.ToEffect()), !runs, now, deliveries);
        return new HtmlReply(Encoding.UTF8.GetBytes(page.ToString()));
    }

    private static FleetEffect For(Round round, Caller caller, FleetEffect effect) => RoundAccess.RunsRounds(round, caller)
        ? effect
        : effect with { Agencies = effect.Agencies.RemoveAll(a => a.AgencyId != caller.AgencyId) };
}
