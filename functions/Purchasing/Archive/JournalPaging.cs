using System.Collections.Immutable;
using Samkjop.Ports;
using Samkjop.Purchasing.Archive;

namespace Samkjop.Functions.Purchasing.Archive;

/// <summary>Pages of a journal: a continuation is the id of the record that the next page begins with.</summary>
internal static class JournalPaging
{
    /// <summary>The index of the first record of the page.</summary>
    /// <exception cref="InvalidContinuationException">The journal has no such record.</exception>
    public static int FirstOf(ImmutableArray<RoundRecord> records, string? continuation)
    {
        if (continuation is null)
        {
            return 0;
        }

        var first = records.Index().FirstOrDefault(entry => entry.Item.RecordId == continuation, (-1, null!)).Index;
        return first >= 0 ? first : throw new InvalidContinuationException(new FormatException("The journal has no such record."));
    }
}
