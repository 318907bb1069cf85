using Samkjop.Decisions;

namespace Samkjop.Purchasing;

/// <summary>What a supplier may do with its bid while the window is open (Directive 2014/24 Annex IV; FOA chapter 22 on electronic tenders).</summary>
public static class Bidding
{
    /// <summary>Begins a supplier's one bid; asked again, the bid that is open stands; after a withdrawal it begins anew, with no documents.</summary>
    /// <param name="round">The round.</param>
    /// <param name="bid">The supplier's bid as it is; null when there is none.</param>
    /// <param name="command">Who and when.</param>
    public static Decision<Bid> Start(Round round, Bid? bid, StartBid command)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(command);
        if (round.Invitation?.InvitedSupplierIds.Contains(command.SupplierId) is false)
        {
            return BidRefusals.NotInvited(round.RoundId);
        }

        if (BidWindows.Refuses(round, command.Now) is { } refusal)
        {
            return refusal;
        }

        return bid switch
        {
            null => Decision.Accept(Begun(round, command), new BidStarted(Bid.IdOf(command.SupplierId), command.SupplierId, Anew: false)),
            { State: BidState.Withdrawn } => Decision.Accept(
                bid with { State = BidState.Open, StartedAt = command.Now, StartedBy = command.By },
                new BidStarted(bid.BidId, bid.SupplierId, Anew: true)),
            _ => Decision.Unchanged(bid),
        };
    }

    /// <summary>Takes note of a document that is about to be uploaded. Nothing is replaced before the upload has been received.</summary>
    public static Decision<Bid> Announce(Round round, Bid bid, AnnounceBidDocument command)
    {
        ArgumentNullException.ThrowIfNull(bid);
        ArgumentNullException.ThrowIfNull(command);
        if (Refuses(round, bid, command) is { } refusal)
        {
            return refusal;
        }

        var document = new BidDocument(command.DocumentId, command.Purpose, command.LotId, FileNames.MadeSafe(command.FileName), command.Now);
        if (bid.Documents.FirstOrDefault(d => d.DocumentId == document.DocumentId) is { } known)
        {
            return known.TakesThePlaceOf(document) && known.FileName == document.FileName ? Decision.Unchanged(bid) : BidRefusals.DocumentIdTaken();
        }

        return bid.Documents.Length >= BidLimits.MaxDocuments
            ? BidRefusals.TooManyDocuments()
            : Decision.Accept(
                bid with { Documents = bid.Documents.Add(document) },
                new BidDocumentAnnounced(bid.BidId, document.DocumentId, document.Purpose, document.LotId));
    }

    /// <summary>Takes the whole bid back; none of its documents counts any more.</summary>
    public static Decision<Bid> Withdraw(Round round, Bid bid, WithdrawBid command)
    {
        ArgumentNullException.ThrowIfNull(bid);
        ArgumentNullException.ThrowIfNull(command);
        if (BidWindows.Refuses(round, command.Now) is { } refusal)
        {
            return refusal;
        }

        return bid.State is BidState.Withdrawn
            ? Decision.Unchanged(bid)
            : Decision.Accept(
                bid with
                {
                    State = BidState.Withdrawn,
                    Documents = [.. bid.Documents.Select(d => d with { WithdrawnAt = d.WithdrawnAt ?? command.Now })],
                },
                new BidWithdrawn(bid.BidId, bid.SupplierId));
    }

    private static Refusal? Refuses(Round round, Bid bid, AnnounceBidDocument command)
    {
        if (BidWindows.Refuses(round, command.Now) is { } refusal)
        {
            return refusal;
        }

        if (bid.State is not BidState.Open)
        {
            return BidRefusals.Withdrawn();
        }

        var findings = new Findings();
        findings.Require(
            command.Purpose is BidDocumentPurpose.Attachment || command.LotId is not null, "lotId",
            "Et prisskjema gjelder én delkontrakt; oppgi lotId.", "A sheet is for one lot; state lotId.");
        findings.Require(
            command.LotId is null || round.LotIds.Contains(command.LotId), "lotId",
            $"Runden har ingen delkontrakt '{command.LotId}'; den har {string.Join(", ", round.LotIds)}.",
            $"The round has no lot '{command.LotId}'; it has {string.Join(", ", round.LotIds)}.");
        findings.Require(
            FileNames.MadeSafe(command.FileName).Length is > 0 and <= BidLimits.MaxFileName, "fileName",
            $"Filnavnet må ha 1–{BidLimits.MaxFileName} tegn.", $"The file name must have 1–{BidLimits.MaxFileName} characters.");
        return findings.ToRefusal("bid-document-invalid");
    }

    private static Bid Begun(Round round, StartBid command) => new()
    {
        RoundId = round.RoundId,
        BidId = Bid.IdOf(command.SupplierId),
        SupplierId = command.SupplierId,
        State = BidState.Open,
        StartedAt = command.Now,
        StartedBy = command.By,
    };
}
