using System.Text.Json;
using NodaTime;
using Samkjop.Decisions;
using Samkjop.Orchestrations.Purchasing;
using Samkjop.Ports;
using Samkjop.Publication;
using Samkjop.Publication.Model;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Awards;
using Samkjop.Purchasing.Orders;
using Samkjop.Serialization;
using Samkjop.State;

namespace Samkjop.Orchestrations.Publication;

/// <summary>
/// Publishes what an event makes public, and nothing of what the others hold. Called by the relay before an event is cleared: after a crash it is called
/// again, and a release that is there stands.
/// </summary>
public sealed class Publisher(IDocumentStore store, PublicationSettings settings, TimeProvider clock)
{
    private readonly PublicationSources _sources = new(store);

    /// <summary>Publishes the release that tells of an event; nothing for most events.</summary>
    /// <param name="document">The document that decided, as it is by now.</param>
    /// <param name="waiting">The event.</param>
    /// <param name="cancellationToken">Ends the attempt; relaying again repeats nothing.</param>
    /// <exception cref="StoreException">The store failed; the event still pends.</exception>
    public async Task PublishAsync(IDocument document, PendingEvent waiting, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(waiting);
        var head = new ReleaseHead(settings, settings.OcidOfRound(document.PartitionKey), PublishedRelease.IdOf(waiting.At, document.Id, waiting.Sequence), waiting.At);
        var release = document switch
        {
            Round round => await OfAsync(head, round, waiting.Event, cancellationToken),
            Lot lot => await OfAsync(head, lot, waiting.Event, cancellationToken),
            Order order => await OfAsync(head, order, waiting.Event, cancellationToken),
            Question question when waiting.Event is QuestionAnswered answered => QuestionReleases.Answered(head, question, answered.Number),
            _ => null,
        };
        if (release is not null)
        {
            await KeepAsync(release, cancellationToken);
        }
    }

    private async Task<Release?> OfAsync(ReleaseHead head, Round round, DomainEvent @event, CancellationToken cancellationToken)
    {
        switch (@event)
        {
            case RoundOpened:
                return RoundReleases.Opened(
                    head, round, await PublishSystemAsync(round, head.Date, cancellationToken), await _sources.AgencyNameAsync(round.CallOff?.AgencyId, cancellationToken));
            case InvitationReleased released:
                return RoundReleases.Invited(head, round, await store.LotsAsync(round.RoundId, cancellationToken), released);
            case BidWindowExtended extended:
                return RoundReleases.ClosingMoved(head, round, extended.Number, extended.Change);
            case BidWindowShortened shortened:
                return RoundReleases.ClosingMoved(head, round, shortened.Number, shortened.Change);
            case TenderDocumentCorrected corrected when Find(round, corrected) is { } document && document.Versions.FirstOrDefault(v => v.Number == corrected.Version) is { } version:
                return RoundReleases.Corrected(head, round, document, version, corrected.Reason);
            case BidsOpened:
                return RoundReleases.BidsOpened(head, round, await _sources.BiddersAsync(round.RoundId, cancellationToken));
            case CancelledRoundClosed or RoundClosedEmpty when round.Closing?.Reason is { } reason:
                return RoundReleases.Ended(head, round, reason);
            case DeliveriesBegan:
                return RoundReleases.Completed(head, round, await store.LotsAsync(round.RoundId, cancellationToken));
            case RoundClosed when await store.LotsAsync(round.RoundId, cancellationToken) is var lots && lots.All(lot => lot.Award is null):
                return RoundReleases.Completed(head, round, lots);
            default:
                return null;
        }
    }

    private static TenderDocument? Find(Round round, TenderDocumentCorrected corrected) => round.Documents.FirstOrDefault(document => document.DocumentId == corrected.DocumentId);

    /// <summary>What a lot says by now belongs to the event only while it is still about the same letters and the same award.</summary>
    private async Task<Release?> OfAsync(ReleaseHead head, Lot lot, DomainEvent @event, CancellationToken cancellationToken)
    {
        switch (@event)
        {
            case AwardLettersSent when lot is { Phase: LotPhase.WithoutBids }:
                return LotReleases.NotAwarded(head, lot);
            case AwardLettersSent when lot is { Award: { } award, Letters.SentAt: var sentAt } && sentAt == head.Date:
                return LotReleases.Awarded(head, lot, await _sources.SupplierAsync(award.SupplierId, cancellationToken));
            case AwardAnnulled or WinnerSetAside or LotCancelled when lot.EarlierAwards.FirstOrDefault(earlier => earlier.At == head.Date) is { Letters: not null } ended:
                return LotReleases.AwardEnded(head, lot, ended);
            case StandstillEnded when lot is { Award: not null, Letters.SentAt: var told } && told <= head.Date:
                return LotReleases.InForce(head, lot);
            case ContractSigned signed when lot is { Award: not null, Signatures: [.., { Party: var last }] } && lot.IsSigned() && last == signed.Party:
                return LotReleases.Contracted(head, lot, await _sources.UnitPriceAsync(lot, cancellationToken));
            case OrdersPlaced { OrderIds.IsEmpty: false } placed when lot.Award is not null:
                var orders = (await store.OrdersOfAsync(lot.RoundId, lot.LotId, cancellationToken)).Where(order => placed.OrderIds.Contains(order.OrderId)).ToList();
                return OrderReleases.Placed(head, lot, orders, await _sources.AgencyNamesAsync(orders, cancellationToken));
            case LotEnded when lot.Award is not null && lot.IsSigned():
                return LotReleases.Ended(head, lot);
            default:
                return null;
        }
    }

    private async Task<Release?> OfAsync(ReleaseHead head, Order order, DomainEvent @event, CancellationToken cancellationToken)
    {
        if (@event is not (OrderEntryRecorded { Kind: OrderEntryKind.Delivered } or OrderAccepted or OrderCancelled or OrderTerminated))
        {
            return null;
        }

        return (await store.FindAsync<Lot>(order.RoundId, order.LotId, cancellationToken))?.Document switch
        {
            null or { Award: null } => null,
            { } lot when @event is OrderAccepted => OrderReleases.Accepted(head, lot, order),
            { } lot when @event is OrderCancelled or OrderTerminated => OrderReleases.Ended(head, lot, order),
            { } lot => OrderReleases.Delivered(head, lot, order),
        };
    }

    /// <summary>Publishes the purchasing system, unless it stands as it was published last.</summary>
    /// <returns>Its name.</returns>
    private async Task<Text> PublishSystemAsync(Round round, Instant at, CancellationToken cancellationToken)
    {
        if ((await store.FindAsync<PurchasingSystem>(round.PurchasingSystemId, "purchasing-system", cancellationToken))?.Document is not { } system)
        {
            return new Text(round.PurchasingSystemId, round.PurchasingSystemId);
        }

        var ocid = settings.OcidOfSystem(system.PurchasingSystemId);
        var latest = await store.ListAsync<PublishedRelease>(ocid, new DocumentQuery(PageSize: 1, Descending: true), cancellationToken);
        var head = new ReleaseHead(settings, ocid, PublishedRelease.IdOf(at, round.RoundId, 0), at);
        var release = SystemReleases.Of(head, system, isFirst: latest.Items.Count == 0);
        if (latest.Items is not [{ Document.Release: var published }] || !SaysTheSame(release, published))
        {
            await KeepAsync(release, cancellationToken);
        }

        return system.Name;
    }

    private static bool SaysTheSame(Release release, JsonElement published)
    {
        var before = JsonSerializer.Deserialize<Release>(published, SamkjopJson.Stored)!;
        return CanonicalJson.Sha256(before) == CanonicalJson.Sha256(release with { Id = before.Id, Date = before.Date, Tag = before.Tag });
    }

    private async Task KeepAsync(Release release, CancellationToken cancellationToken)
    {
        try
        {
            var published = new PublishedRelease(release.Ocid, release.Id, clock.Now(), JsonSerializer.SerializeToElement(release, SamkjopJson.Options));
            await store.CreateAsync(published, cancellationToken);
        }
        catch (DocumentExistsException)
        {
            // Published before: it stands as it was.
        }
    }
}
