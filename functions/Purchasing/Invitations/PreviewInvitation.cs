using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Samkjop.Functions.Http;
using Samkjop.Functions.Purchasing.Documents;
using Samkjop.Functions.Purchasing.Rounds;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;

namespace Samkjop.Functions.Purchasing.Invitations;

/// <summary>An officer sees whom an invitation would reach with what, and what is missing, before it is released.</summary>
public sealed class PreviewInvitation(IDocumentStore store, RoundReader rounds)
{
    /// <param name="SupplierIds">Whom a release now would invite.</param>
    /// <param name="ProcurementDocument">What it would freeze; null when there is none.</param>
    /// <param name="Documents">The files that it would release.</param>
    /// <param name="Warnings">What hinders it or would be missed; empty when nothing does.</param>
    public sealed record View(
        string RoundId, ImmutableArray<string> LotIds, ImmutableArray<string> SupplierIds, ProcurementDocumentView? ProcurementDocument,
        ImmutableArray<PinnedDocument> Documents, ImmutableArray<Text> Warnings);

    [Function(nameof(PreviewInvitation))]
    [RequiresRole(Role.ProcurementOfficer, Role.Auditor)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "rounds/{roundId}/invitation/preview")] HttpRequest request,
        string roundId, FunctionContext context, CancellationToken cancellationToken)
    {
        var stored = await rounds.ReadAsync(context, roundId, cancellationToken);
        var round = stored.Document;
        var admitted = await store.AdmittedAsync(round.PurchasingSystemId, context.Arrived(), cancellationToken);
        return Reply.Ok(
            new View(
                roundId, round.LotIds, [.. admitted.Order(StringComparer.Ordinal)], ProcurementDocumentView.Of(round), TenderDocuments.Pinned(round),
                InvitationPreview.WarningsOf(round, admitted.Length)),
            stored.ETag);
    }
}
