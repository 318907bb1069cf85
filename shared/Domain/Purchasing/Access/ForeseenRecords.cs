using System.Buffers;

namespace Samkjop.Purchasing.Access;

/// <summary>
/// Records that every round comes to have, and that can be asked for before the award: <c>protocol</c>, <c>opening</c>, <c>bid-…</c>, <c>evaluation-…</c> and
/// <c>letter-…</c>. Whether one of that name is there is told to nobody before the award.
/// </summary>
public static class ForeseenRecords
{
    private const int MaxLength = 100;

    private static readonly SearchValues<char> Characters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    /// <summary>The record by its id; null when it is none of these, and once the award has shown which ones there are.</summary>
    public static AskedRecord? Of(string recordId, AccessStage stage)
    {
        ArgumentNullException.ThrowIfNull(recordId);
        if (stage >= AccessStage.Awarded || recordId.Length > MaxLength || recordId.AsSpan().ContainsAnyExcept(Characters))
        {
            return null;
        }

        RecordKind? kind = recordId switch
        {
            "protocol" => RecordKind.Protocol,
            "opening" => RecordKind.Opening,
            ['b', 'i', 'd', '-', _, ..] => RecordKind.Bid,
            _ when recordId.StartsWith("evaluation-", StringComparison.Ordinal) => RecordKind.Evaluation,
            _ when recordId.StartsWith("letter-", StringComparison.Ordinal) => RecordKind.AwardLetter,
            _ => null,
        };
        return kind is { } found ? new AskedRecord(recordId, found) : null;
    }
}
