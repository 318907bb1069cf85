using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace Samkjop.Tests.Functions.App;

public sealed class VisitorSamples(Journal journal, Visit visit)
{
    [Function("Visitor")]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request, FunctionContext context)
    {
        journal.Write($"visitor {visit.Id}");
        var seen = new[] { visit, context.InstanceServices.GetRequiredService<Visit>(), request.HttpContext.RequestServices.GetRequiredService<Visit>() };
        return Results.Text(seen.Distinct().Count().ToString());
    }
}
