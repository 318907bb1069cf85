using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Samkjop.Functions.Http;
using Samkjop.Purchasing;

namespace Samkjop.Functions.Purchasing.Bids;

/// <summary>What was received of one document, when, and whether it counts.</summary>
public sealed class GetBidReceipt(BidGuard guard)
{
    [Function(nameof(GetBidReceipt))]
    [RequiresLogin]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "rounds/{roundId}/bids/{bidId}/documents/{documentId}/receipt")] HttpRequest request,
        string roundId, string bidId, string documentId, FunctionContext context, CancellationToken cancellationToken)
    {
        var (round, bid) = await guard.OwnBidAsync(context, roundId, bidId, cancellationToken);
        var document = bid.Document.Documents.FirstOrDefault(d => d.DocumentId == documentId)
            ?? throw new ProblemException(BidRefusals.UnknownDocument(documentId));
        return Reply.Ok(ReceiptView.Of(round, document), bid.ETag);
    }
}
