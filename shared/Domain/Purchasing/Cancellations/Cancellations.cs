using NodaTime;
using Samkjop.Calendar;
using Samkjop.Decisions;
using Samkjop.People;

namespace Samkjop.Purchasing;

/// <summary>The round was cancelled.</summary>
/// <param name="At">When it was decided, UTC.</param>
/// <param name="By">Who decided.</param>
/// <param name="Reason">Why, as agencies and invited suppliers read it.</param>
public sealed record RoundCancellation(Instant At, string By, Text Reason);

/// <summary>An officer of the round cancels it (avlysning).</summary>
public sealed record CancelRound(Text Reason, Caller By, Instant Now);

/// <summary>The round was cancelled before any award.</summary>
public sealed record RoundCancelled(string RoundId, RoundPhase During, Text Reason) : DomainEvent;

/// <summary>Everybody was told of the cancellation, and the round is closed.</summary>
public sealed record CancelledRoundClosed(string RoundId) : DomainEvent;

/// <summary>Cancels a round before award, for a reason that all are told. Bids that were not opened by then are never opened.</summary>
public static class Cancellations
{
    /// <summary>Longest reason, characters.</summary>
    public const int MaxReasonLength = 2000;

    /// <summary>Why nothing more is taken; null in a round that is not cancelled.</summary>
    public static Refusal? Refuses(Round round)
    {
        ArgumentNullException.ThrowIfNull(round);
        return round.Cancellation is { } cancellation
            ? Refusal.Conflict(
                "round-cancelled",
                $"Runde {round.RoundId} ble avlyst {OsloFormat.Moment(cancellation.At).No}. Ingenting er endret.",
                $"Round {round.RoundId} was cancelled {OsloFormat.Moment(cancellation.At).En}. Nothing was changed.")
            : null;
    }

    /// <summary>Cancels the round, from the first need until the evaluation is complete.</summary>
    public static Decision<Round> Cancel(Round round, CancelRound command)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(command);
        if (RoundAccess.MayActAs(round, command.By, Role.ProcurementOfficer, command.Now) is { } refusal)
        {
            return refusal;
        }

        if (Refuses(round) is { } cancelled)
        {
            return cancelled;
        }

        if (round.Phase is not (RoundPhase.CollectingNeeds or RoundPhase.AwaitingInvitation or RoundPhase.Bidding or RoundPhase.AwaitingOpening or RoundPhase.Evaluating))
        {
            return NotNow(round);
        }

        var findings = new Findings();
        findings.Add("reason", PurchasingSystemRules.TextProblem(command.Reason, MaxReasonLength));
        return findings.ToRefusal("invalid-cancellation") is { } invalid
            ? invalid
            : Decision.Accept(
                round with { Phase = RoundPhase.Cancelling, Cancellation = new RoundCancellation(command.Now, command.By.Subject, command.Reason) },
                new RoundCancelled(round.RoundId, round.Phase, command.Reason));
    }

    /// <summary>Closes a cancelled round once everybody has been told.</summary>
    public static Decision<Round> Close(Round round)
    {
        ArgumentNullException.ThrowIfNull(round);
        return round is { Phase: RoundPhase.Cancelling, Cancellation: { } cancellation }
            ? Decision.Accept(
                round with { Phase = RoundPhase.Closed, Closing = new RoundClosing(cancellation.At, ProtocolBlob: null, cancellation.Reason) },
                new CancelledRoundClosed(round.RoundId))
            : Decision.Unchanged(round);
    }

    private static Refusal NotNow(Round round) => round.Phase is RoundPhase.Consolidating
        ? Refusal.Conflict(
            "lots-being-locked",
            $"Delkontraktene i runde {round.RoundId} låses akkurat nå. Ingenting er endret; prøv igjen om litt.",
            $"The lots of round {round.RoundId} are being locked just now. Nothing was changed; try again shortly.")
        : Refusal.Conflict(
            "too-late-to-cancel",
            $"Runde {round.RoundId} er kommet til tildeling og kan ikke avlyses som helhet. Ingenting er endret; avlys delkontraktene som ikke er signert, hver for seg.",
            $"Round {round.RoundId} has come to its awards and cannot be cancelled as a whole. Nothing was changed; cancel the lots that are not signed, one by one.");
}
