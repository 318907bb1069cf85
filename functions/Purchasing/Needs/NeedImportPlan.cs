using System.Collections.Immutable;
using Samkjop.Decisions;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Import;
using Samkjop.Serialization;
using Samkjop.State;

namespace Samkjop.Functions.Purchasing.Needs;

/// <summary>What each row of a sheet means for the needs that are there.</summary>
/// <param name="Setting">What needs are decided against.</param>
/// <param name="Existing">The agency's needs in the round, by id.</param>
/// <param name="Rows">The rows with the need of each; null where it is new.</param>
internal sealed record NeedImportPlan(NeedSetting Setting, IReadOnlyDictionary<string, Need> Existing, IReadOnlyList<(ImportedNeed Row, string NeedId, Need? Need)> Rows)
{
    public static NeedImportPlan Of(NeedSetting setting, string agencyId, IReadOnlyDictionary<string, Need> existing, IReadOnlyList<ImportedNeed> rows) => new(
        setting,
        existing,
        [.. rows.Select(row => existing.ContainsKey(row.Reference) ? (row, row.Reference) : (row, NeedReference.NeedIdOf(agencyId, row.Reference)))
            .Select(pair => (pair.row, pair.Item2, existing.GetValueOrDefault(pair.Item2)))]);

    /// <summary>What the plan does, or did when <paramref name="command"/> was carried out before.</summary>
    public NeedImportView Describe(bool preview, CommandContext command)
    {
        var rows = Rows.Select(row => RowOf(row.Row, row.NeedId, row.Need, command.RequestId)).ToImmutableArray();
        var named = Rows.Select(row => row.NeedId).ToHashSet(StringComparer.Ordinal);
        return new NeedImportView(
            Setting.Round.RoundId,
            preview,
            rows.Count(row => row.Change is NeedImportChange.Created),
            rows.Count(row => row.Change is NeedImportChange.Changed),
            rows.Count(row => row.Change is NeedImportChange.Unchanged),
            [.. Existing.Values.Where(need => need.State is not NeedState.Withdrawn && !named.Contains(need.NeedId)).Select(NeedReference.Of)],
            rows);
    }

    private static NeedImportRow RowOf(ImportedNeed row, string needId, Need? need, string? requestId)
    {
        var change = need switch
        {
            null => NeedImportChange.Created,
            _ when need.Ledger.WasBegunBy(requestId) && requestId is not null => NeedImportChange.Created,
            _ when requestId is not null && need.Ledger.HasCarriedOut(requestId) => NeedImportChange.Changed,
            _ when need.Content == row.Content => NeedImportChange.Unchanged,
            _ => NeedImportChange.Changed,
        };
        return new NeedImportRow(
            row.Row, row.Reference, needId, change, change is NeedImportChange.Changed ? Members(need!.Content, row.Content) : [],
            change is NeedImportChange.Changed && need!.Approval is not null);
    }

    private static ImmutableArray<string> Members(NeedContent before, NeedContent after)
    {
        var (old, now) = (Fields(before), Fields(after));
        return [.. old.Keys.Union(now.Keys).Where(name => old.GetValueOrDefault(name) != now.GetValueOrDefault(name)).Order(StringComparer.Ordinal)];
    }

    private static Dictionary<string, string> Fields(NeedContent content) =>
        System.Text.Json.JsonSerializer.SerializeToElement(content, SamkjopJson.Options).EnumerateObject()
            .ToDictionary(member => member.Name, member => member.Value.GetRawText(), StringComparer.Ordinal);
}
