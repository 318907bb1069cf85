using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Samkjop.Decisions;
using Samkjop.Functions.Http;
using Samkjop.Functions.Registers;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Suppliers;

namespace Samkjop.Functions.Suppliers;

/// <summary>A qualification officer ends an admission and says what ended it. Bids that stand are flagged when their window closes.</summary>
public sealed class EndAdmissionWithReason(IDocumentStore store, RegisterDesk registers)
{
    /// <param name="Ending">What ends it.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Body(AdmissionEnding Ending, string Reason);

    [Function(nameof(EndAdmissionWithReason))]
    [RequiresRole(Role.QualificationOfficer)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "suppliers/{supplierId}/admissions/{purchasingSystemId}/ending")] HttpRequest request,
        string supplierId, string purchasingSystemId, FunctionContext context, CancellationToken cancellationToken)
    {
        var body = await request.ReadBodyAsync<Body>(cancellationToken);
        var stored = (await store.FindAsync<Supplier>(supplierId, "supplier", cancellationToken)).OrNotFound(supplierId);
        var decided = Admissions.End(stored.Document, purchasingSystemId, context.Arrived(), body.Ending, body.Reason) switch
        {
            Decision<Supplier>.Accepted accepted => accepted.State,
            Decision<Supplier>.Refused refused => throw new ProblemException(refused.Refusal),
            _ => throw new InvalidOperationException("Unknown decision."),
        };
        if (!ReferenceEquals(decided, stored.Document))
        {
            stored = await registers.ReplaceAsync(context, stored, decided, body.Reason, cancellationToken);
        }

        return Reply.Ok(SupplierView.Of(stored.Document), stored.ETag);
    }
}
