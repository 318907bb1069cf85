using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Samkjop.Audit;
using Samkjop.Functions.Http;
using Samkjop.Functions.Purchasing.Audit;
using Samkjop.People;
using Samkjop.State;

namespace Samkjop.Functions.Registers;

/// <summary>The audit logs of what is kept beside the rounds.</summary>
public sealed class RegisterAuditEndpoints(AuditLog audit)
{
    [Function(nameof(ListRegisterAudit))]
    [RequiresRole(Role.Auditor, Role.Administrator)]
    public async Task<IResult> ListRegisterAudit(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "registers/{kind}/{key}/audit")] HttpRequest request,
        string kind, string key, CancellationToken cancellationToken)
    {
        var asked = request.Page();
        var page = await audit.ListAsync(AuditedRegister.LogOf(kind, key), asked.PageSize, asked.Continuation, cancellationToken);
        return Reply.Ok(page.ToList(AuditLine.Of));
    }

    [Function(nameof(ExportRegisterAudit))]
    [RequiresRole(Role.Auditor, Role.Administrator)]
    public Task<IResult> ExportRegisterAudit(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "registers/{kind}/{key}/audit-export")] HttpRequest request, string kind, string key) => Task.FromResult<IResult>(new StreamReply(
            (body, aborted) => audit.WriteAsync(AuditedRegister.LogOf(kind, key), opened: true, body, aborted), "application/x-ndjson", "audit.jsonl"));
}
