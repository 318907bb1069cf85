using Microsoft.AspNetCore.Http;
using Samkjop.Functions.Http;
using Samkjop.Sheets;

namespace Samkjop.Functions.Sheets;

/// <summary>Why a whole sheet cannot be read.</summary>
internal static class SheetProblems
{
    public static ProblemException Unreadable(Text why) => new(Problem.Of(StatusCodes.Status400BadRequest, "unreadable-sheet", new Text(
        $"Arket kan ikke leses: {why.No} Ingenting er endret; rett filen og send den på nytt.",
        $"The sheet cannot be read: {why.En} Nothing was changed; mend the file and send it again.")));

    public static ProblemException Empty() => Unreadable(new Text("det har ingen rader under overskriftene.", "it has no rows below the headers."));

    public static ProblemException TooLarge() => new(Problem.Of(StatusCodes.Status413PayloadTooLarge, "sheet-too-large", new Text(
        $"Arket har mer enn {SheetTable.MaxRows} rader, {SheetTable.MaxColumns} kolonner eller {SheetTable.MaxCellLength} tegn i en celle. Ingenting er endret; del det opp.",
        $"The sheet has more than {SheetTable.MaxRows} rows, {SheetTable.MaxColumns} columns or {SheetTable.MaxCellLength} characters in a cell. Nothing was changed; split it.")));
}
