using System.Collections.Immutable;

namespace Samkjop.Functions.Purchasing.Needs;

/// <summary>What an import did, or what it would do.</summary>
/// <param name="Preview">Whether nothing was changed yet.</param>
/// <param name="Created">Needs that are new.</param>
/// <param name="Changed">Needs that were edited; an approval of them lapses.</param>
/// <param name="Unchanged">Needs that stand as the sheet says.</param>
/// <param name="NotInSheet">Needs of the agency that the sheet does not name; they stand as they are.</param>
/// <param name="Rows">One per row, in the sheet's order.</param>
public sealed record NeedImportView(
    string RoundId, bool Preview, int Created, int Changed, int Unchanged, ImmutableArray<string> NotInSheet, ImmutableArray<NeedImportRow> Rows);

/// <param name="Row">The row's number in the file, from 1.</param>
/// <param name="Reference">The agency's own reference.</param>
/// <param name="NeedId">The need that it is, or becomes.</param>
/// <param name="Change">What becomes of it.</param>
/// <param name="Members">Members of the content that change, of a need that is edited.</param>
/// <param name="ApprovalLapses">Whether a budget holder must approve it again.</param>
public sealed record NeedImportRow(int Row, string Reference, string NeedId, NeedImportChange Change, ImmutableArray<string> Members, bool ApprovalLapses);

/// <summary>What becomes of a row.</summary>
public enum NeedImportChange
{
    Created,
    Changed,
    Unchanged,
}
