using System.Collections.Immutable;

namespace Samkjop.Purchasing;

/// <summary>
/// Variants are not accepted (FOA § 23-4, from memory: only where the procurement documents allow them): a bid holds one sheet for a lot, and a sheet one offer. Until
/// closing the sheet announced last takes the earlier one's place, whatever their formats; what still offers two ways at the opening is rejected.
/// </summary>
public static class Variants
{
    /// <summary>The rule as bidders read it.</summary>
    public static Text Text { get; } = new(
        "Varianter godtas ikke: ett tilbud per delkontrakt.", "Variants are not accepted: one offer per lot.");

    /// <summary>What a supplier is told of a document that it announces, by name alone; null when nothing needs saying.</summary>
    public static Text? NoticeOf(Bid bid, BidDocument announced)
    {
        ArgumentNullException.ThrowIfNull(bid);
        ArgumentNullException.ThrowIfNull(announced);
        if (announced.Purpose is BidDocumentPurpose.Sheet
            && bid.Standing.FirstOrDefault(document => document.DocumentId != announced.DocumentId && announced.TakesThePlaceOf(document)) is { } earlier)
        {
            return new(
                $"Når «{announced.FileName}» er mottatt, erstatter det «{earlier.FileName}», som da ikke teller lenger. {Text.No}",
                $"Once \"{announced.FileName}\" is received it takes the place of \"{earlier.FileName}\", which then counts no more. {Text.En}");
        }

        return announced.Purpose is BidDocumentPurpose.Attachment && LooksLikeSheet(announced.FileName)
            ? new(
                $"«{announced.FileName}» er meldt som vedlegg og leses ikke som tilbud. Er det prisskjemaet, meld det som «sheet» for sin delkontrakt. {Text.No}",
                $"\"{announced.FileName}\" is announced as an attachment and is not read as an offer. If it is the price sheet, announce it as \"sheet\" for its lot. {Text.En}")
            : null;
    }

    /// <summary>The sheets of one bid with at most one per lot; a lot with several is rejected as a whole.</summary>
    public static ImmutableArray<OpenedSheet> Settle(IEnumerable<OpenedSheet> sheets)
    {
        ArgumentNullException.ThrowIfNull(sheets);
        return [.. sheets.GroupBy(sheet => sheet.LotId, StringComparer.Ordinal).Select(lot => lot.ToList() is [var only]
            ? only
            : new OpenedSheet(lot.Key, lot.Last().DocumentId, null, new Text(
                $"Tilbudet har {lot.Count()} prisskjemaer for {lot.Key}. {Text.No}", $"The bid has {lot.Count()} price sheets for {lot.Key}. {Text.En}")))];
    }

    private static bool LooksLikeSheet(string fileName) =>
        fileName.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase) || fileName.EndsWith(".json", StringComparison.OrdinalIgnoreCase);
}
