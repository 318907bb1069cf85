using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Samkjop.Decisions;
using Samkjop.Functions.Http;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Awards;

namespace Samkjop.Functions.Purchasing.Awards;

/// <summary>A bidder reads its own letter, as data or, with <c>Accept: text/html</c>, as a page. There is none until the letters are out to all. Letters of an award that no longer stands are read with <c>?dispatch=</c>.</summary>
public sealed class GetAwardLetter(IDocumentStore store)
{
    [Function(nameof(GetAwardLetter))]
    [RequiresRole(Role.SupplierUser, Role.SupplierSystem)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "rounds/{roundId}/lots/{lotId}/letter")] HttpRequest request,
        string roundId, string lotId, FunctionContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var lot = await store.FindAsync<Lot>(roundId, lotId, cancellationToken);
        var dispatch = lot?.Document is { } told ? LetterDispatches.Of(told, request) : null;
        var letter = context.Caller().SupplierId is { } supplierId && dispatch is not null
            ? await store.FindAsync<AwardLetter>(roundId, AwardLetter.IdOf(lotId, supplierId, dispatch.Number), cancellationToken)
            : null;
        if (letter is null || dispatch is null)
        {
            throw new ProblemException(Refusals.NotFound(AwardLetter.Kind, lotId));
        }

        var stands = dispatch == lot!.Document.Letters;
        return request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase)
            ? new HtmlReply(Encoding.UTF8.GetBytes(LetterHtml.Render(letter.Document, dispatch, stands).ToString()))
            : Reply.Ok(AwardLetterView.Of(letter.Document, dispatch, stands));
    }
}
