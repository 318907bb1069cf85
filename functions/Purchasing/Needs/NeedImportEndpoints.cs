using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Samkjop.Decisions;
using Samkjop.Functions.Http;
using Samkjop.Functions.Purchasing.Rounds;
using Samkjop.Functions.Sheets;
using Samkjop.Orchestrations.Purchasing;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Import;

namespace Samkjop.Functions.Purchasing.Needs;

/// <summary>Needs by spreadsheet: the template, what a sheet would change, and the import itself.</summary>
public sealed class NeedImportEndpoints(NeedImporter importer, IDocumentStore store, RoundReader rounds)
{
    private const string SheetName = "Behov";
    private const string GuideName = "Veiledning - Guide";

    [Function(nameof(PreviewNeedsImport))]
    [RequiresRole(Role.NeedReporter)]
    public async Task<IResult> PreviewNeedsImport(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "rounds/{roundId}/needs/import/preview")] HttpRequest request,
        string roundId,
        FunctionContext context,
        CancellationToken cancellationToken) =>
        Reply.Ok(await importer.PreviewAsync(context, roundId, await request.ReadSheetAsync(cancellationToken), cancellationToken));

    [Function(nameof(ImportNeeds))]
    [RequiresRole(Role.NeedReporter)]
    public async Task<IResult> ImportNeeds(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "rounds/{roundId}/needs/import")] HttpRequest request,
        string roundId,
        FunctionContext context,
        CancellationToken cancellationToken) =>
        Reply.Ok(await importer.ImportAsync(context, roundId, await request.ReadSheetAsync(cancellationToken), cancellationToken));

    [Function(nameof(GetNeedsTemplate))]
    [RequiresRole(Role.NeedReporter, Role.BudgetHolder)]
    public async Task<IResult> GetNeedsTemplate(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "rounds/{roundId}/needs/template/{format}")] HttpRequest request,
        string roundId,
        string format,
        FunctionContext context,
        CancellationToken cancellationToken)
    {
        _ = await rounds.ReadAsync(context, roundId, cancellationToken);
        var needs = context.Caller().AgencyId is { } agency ? await store.EveryAsync<Need>(roundId, $"need-{agency}-", cancellationToken) : [];
        IReadOnlyList<IReadOnlyList<object?>> rows =
        [
            [.. NeedColumns.All.Select(column => column.Header.ToString())],
            .. needs.Where(need => need.State is NeedState.Reported or NeedState.Approved).Select(NeedExport.RowOf),
        ];
        return format switch
        {
            "xlsx" => new FileReply(SheetWriter.Xlsx((SheetName, rows), (GuideName, Guide())), SheetBody.Xlsx, $"behov-{roundId}.xlsx"),
            "csv" => new FileReply(SheetWriter.Csv(rows), $"{SheetBody.Csv}; charset=utf-8", $"behov-{roundId}.csv"),
            _ => throw new ProblemException(Refusals.NotFound("template", format)),
        };
    }

    private static IEnumerable<IReadOnlyList<object?>> Guide()
    {
        yield return ["Kolonne / Column", "Må fylles ut / Required", "Hva som skrives", "What to write"];
        foreach (var column in NeedColumns.All)
        {
            yield return [column.Header.ToString(), column.IsRequired ? "ja / yes" : "nei / no", column.Guide.No, column.Guide.En];
        }
    }
}
