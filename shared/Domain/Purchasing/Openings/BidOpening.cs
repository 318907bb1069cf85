using Samkjop.Calendar;
using Samkjop.Decisions;
using Samkjop.People;

namespace Samkjop.Purchasing;

/// <summary>Closing and opening (Directive 2014/24 Annex IV): nothing is opened before closing, and never by one person where the round asks for two.</summary>
public static class BidOpening
{
    /// <summary>How many different openers must agree.</summary>
    public static int ApprovalsNeeded(RoundSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return settings.TwoPersonOpening ? 2 : 1;
    }

    /// <summary>Whether enough different openers have agreed. A person and its deputy hold one place between them, and one person counts once.</summary>
    public static bool IsApproved(Round round)
    {
        ArgumentNullException.ThrowIfNull(round);
        return round.OpeningApprovals.DistinctBy(approval => approval.Opener).DistinctBy(approval => approval.Place).Count() >= ApprovalsNeeded(round.Settings);
    }

    /// <summary>Fixes what was received; from then on everything else is late. A manifest that is fixed stands, and a round that was cancelled meanwhile has none.</summary>
    public static Decision<Round> Fix(Round round, FixManifest command)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(command);
        if (round.Manifest is not null)
        {
            return Decision.Unchanged(round);
        }

        if (round.Invitation is not { Window.Closes: var closes })
        {
            return OpeningRefusals.NothingToOpen();
        }

        if (round.Phase is not RoundPhase.Bidding)
        {
            return Decision.Unchanged(round);
        }

        if (command.Now < closes)
        {
            return OpeningRefusals.TooEarly(closes);
        }

        var hash = ClosingManifest.Sha256Of(round.RoundId, closes, command.Entries);
        return Decision.Accept(
            round with { Manifest = new ManifestSummary(command.Now, command.Entries.Length, hash), Phase = RoundPhase.AwaitingOpening },
            new ClosingManifestFixed(closes, hash));
    }

    /// <summary>
    /// Takes note of an opener's agreement, once it has declared its impartiality. The same person counts once, however often it agrees; a person and its
    /// deputy count once between them, since the second pair of eyes is to be another named person's.
    /// </summary>
    public static Decision<Round> Approve(Round round, ApproveOpening command)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(command);
        if (RoundAccess.MayActAs(round, command.By, Role.Opener, command.Now) is { } notOpener)
        {
            return notOpener;
        }

        if (Cancellations.Refuses(round) is { } cancelled)
        {
            return cancelled;
        }

        if (round.Invitation is not { Window: var window })
        {
            return OpeningRefusals.NothingToOpen();
        }

        if (command.Now < window.Closes)
        {
            return OpeningRefusals.TooEarly(window.Closes);
        }

        if (round.OpeningApprovals.Any(approval => approval.Opener == command.By.Subject))
        {
            return Decision.Unchanged(round);
        }

        if (round.OpenedAt is { } openedAt)
        {
            return OpeningRefusals.AlreadyOpened(openedAt);
        }

        if (BidAccess.RefusesUndeclared(round, command.By) is { } undeclared)
        {
            return undeclared;
        }

        var free = round.People.PlacesOf(command.By.Subject, Role.Opener, OsloTime.DateOf(command.Now))
            .Except(round.OpeningApprovals.Select(approval => approval.Place), StringComparer.Ordinal).FirstOrDefault();
        if (free is null)
        {
            return OpeningRefusals.PlaceTaken();
        }

        var approvals = round.OpeningApprovals.Add(new OpeningApproval(command.By.Subject, command.Now, free == command.By.Subject ? null : free));
        return Decision.Accept(
            round with { OpeningApprovals = approvals },
            new OpeningApproved(command.By.Subject, approvals.Length, ApprovalsNeeded(round.Settings)));
    }

    /// <summary>Opens the round once its manifest is fixed and the opening approved.</summary>
    public static Decision<Round> Open(Round round, OpenRound command)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(command);
        if (round.OpenedAt is not null)
        {
            return Decision.Unchanged(round);
        }

        return round is { Phase: RoundPhase.AwaitingOpening, Manifest: { } manifest } && IsApproved(round)
            ? Decision.Accept(
                round with { OpenedAt = command.Now, Phase = RoundPhase.Evaluating },
                new BidsOpened(manifest.Sha256, manifest.Entries))
            : OpeningRefusals.NotApproved();
    }

    /// <summary>Opens one bid with what its sheets say, or finds that the manifest holds nothing of it. A withdrawn bid stays closed.</summary>
    public static Decision<Bid> Open(Bid bid, OpenBid command)
    {
        ArgumentNullException.ThrowIfNull(bid);
        ArgumentNullException.ThrowIfNull(command);
        if (bid.State is not BidState.Open)
        {
            return Decision.Unchanged(bid);
        }

        return command.InManifest
            ? Decision.Accept(
                bid with
                {
                    State = BidState.Opened,
                    Sheets = command.Sheets,
                    ValidUntil = command.Sheets.Select(sheet => sheet.Sheet?.ValidUntil).Where(day => day is not null).Min(),
                },
                new BidOpened(bid.BidId, bid.SupplierId, command.Sheets.Length, command.Sheets.Count(sheet => sheet.Sheet is null)))
            : Decision.Accept(bid with { State = BidState.Empty }, new BidFoundEmpty(bid.BidId, bid.SupplierId));
    }
}
