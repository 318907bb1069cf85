using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Samkjop.Functions.Http;
using Samkjop.Functions.Purchasing.Rounds;
using Samkjop.Functions.Sheets;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;

namespace Samkjop.Functions.Purchasing.Bids;

/// <summary>The price sheet of a lot as a spreadsheet to fill in: for invited suppliers, and for the municipality's people to see what they get.</summary>
public sealed class GetPriceSheet(IDocumentStore store, RoundReader rounds)
{
    [Function(nameof(GetPriceSheet))]
    [RequiresLogin]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "rounds/{roundId}/lots/{lotId}/price-sheet.xlsx")] HttpRequest request,
        string roundId, string lotId, FunctionContext context, CancellationToken cancellationToken)
    {
        var round = (await rounds.ReadAsync(context, roundId, cancellationToken)).Document;
        var lot = (await store.FindAsync<Lot>(roundId, lotId, cancellationToken)).OrNotFound(lotId).Document;
        var system = (await store.FindAsync<PurchasingSystem>(round.PurchasingSystemId, "purchasing-system", cancellationToken))
            .OrNotFound(round.PurchasingSystemId).Document;
        return new FileReply(Write(round, lot, Checking.RequiredOf(round, system, lot)), SheetBody.Xlsx, $"prisskjema-{roundId}-{lotId}.xlsx");
    }

    /// <summary>The workbook; filled in with the sheet where one is given.</summary>
    internal static byte[] Write(Round round, Lot lot, VehicleRequirements required, PriceSheet? sheet = null) => SheetWriter.Xlsx(
        PriceSheetTemplate.Widths,
        (PriceSheetTemplate.FormName, PriceSheetTemplate.Form(lot.LotId, required, sheet)),
        (PriceSheetTemplate.GuideName, PriceSheetTemplate.Guide(round, lot.Content, required)));
}
