using System.Collections.Immutable;
using Microsoft.Azure.Functions.Worker;
using Samkjop.Functions.Http;
using Samkjop.Functions.Purchasing.Archive;
using Samkjop.Orchestrations.Purchasing;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Access;
using Samkjop.Purchasing.Archive;
using Samkjop.Rules;
using Samkjop.State;

namespace Samkjop.Functions.Purchasing.Access;

/// <summary>What is known of a round when somebody asks for access: its stage and its records.</summary>
public sealed class AccessDesk(IDocumentStore store, JournalReader journal)
{
    /// <summary>The round as it matters for access.</summary>
    public async Task<Case> ReadAsync(Round round, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(round);
        var lots = await store.LotsAsync(round.RoundId, cancellationToken);
        return new Case(round, AccessStages.Of(round, lots), AccessStages.AwardedAt(round, lots), await journal.ReadAsync(round, cancellationToken));
    }

    /// <summary>Tells the round's officers what is due.</summary>
    public async Task TellAsync(Round round, AccessRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.IsOpen)
        {
            await store.TellAsync(AccessMessages.Due(round, request, AccessClock.Of(request.ClockFrom, round.Settings, RuleTable.Norwegian)), cancellationToken);
        }
    }

    /// <param name="Round">The round.</param>
    /// <param name="Stage">How far it has come.</param>
    /// <param name="AwardedAt">When the exemption until the award ended; null before.</param>
    /// <param name="Records">Its journal. Before the opening, what is sealed is not in it, and can be asked for by its kind alone.</param>
    public sealed record Case(Round Round, AccessStage Stage, NodaTime.Instant? AwardedAt, ImmutableArray<RoundRecord> Records)
    {
        /// <summary>What is known of the records asked for.</summary>
        public IReadOnlyList<AskedRecord> Asked(IEnumerable<string> recordIds) =>
            [.. recordIds.Distinct(StringComparer.Ordinal).Select(Known).OfType<AskedRecord>()];

        /// <summary>
        /// One record. Bids, evaluations, letters and the protocol can be asked for before they are there to be seen: that they are asked for tells
        /// nothing, and they are exempt until the award all the same.
        /// </summary>
        public AskedRecord? Known(string recordId) => Records.FirstOrDefault(record => record.RecordId == recordId)?.Asked ?? ForeseenRecords.Of(recordId, Stage);
    }
}
