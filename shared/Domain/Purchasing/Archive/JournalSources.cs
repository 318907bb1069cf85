using System.Collections.Immutable;
using Samkjop.Purchasing.Access;
using Samkjop.Purchasing.Awards;
using Samkjop.Purchasing.Complaints;
using Samkjop.Purchasing.Evidence;

namespace Samkjop.Purchasing.Archive;

/// <summary>Everything of a round that its journal is built from.</summary>
/// <param name="Round">The round.</param>
/// <param name="Lots">All lots.</param>
/// <param name="Bids">All bids; left out before the opening.</param>
/// <param name="Manifest">The pages of the closing manifest.</param>
/// <param name="Secrets">What suppliers say of secrets in them.</param>
/// <param name="Evaluations">All evaluations.</param>
/// <param name="Letters">All award letters.</param>
/// <param name="Questions">All questions.</param>
/// <param name="Requests">All requests for access.</param>
/// <param name="Messages">Everything that was told.</param>
/// <param name="SupplierNames">Registered names by id.</param>
/// <param name="AgencyNames">Everyday names by id.</param>
/// <param name="AggregateKinds">Kinds of documents that are exported as data.</param>
public sealed record JournalSources(
    Round Round, ImmutableArray<Lot> Lots, ImmutableArray<Bid> Bids, ImmutableArray<ManifestPage> Manifest, ImmutableArray<BusinessSecret> Secrets,
    ImmutableArray<Evaluation> Evaluations, ImmutableArray<AwardLetter> Letters, ImmutableArray<Question> Questions, ImmutableArray<AccessRequest> Requests, ImmutableArray<OutboundMessage> Messages,
    IReadOnlyDictionary<string, string> SupplierNames, IReadOnlyDictionary<string, string> AgencyNames, ImmutableArray<string> AggregateKinds)
{
    /// <summary>What proposed winners were asked to show, and showed.</summary>
    public ImmutableArray<WinnerEvidence> Evidence { get; init; } = [];

    /// <summary>All complaints.</summary>
    public ImmutableArray<Complaint> Complaints { get; init; } = [];

    internal string SupplierName(string id) => SupplierNames.GetValueOrDefault(id, id);

    internal string NameOf(MessageRecipient recipient) => recipient.Kind switch
    {
        RecipientKind.Supplier => SupplierName(recipient.Id),
        RecipientKind.Agency => AgencyNames.GetValueOrDefault(recipient.Id, recipient.Id),
        _ => recipient.Id,
    };
}
