using Samkjop.Calendar;

namespace Samkjop.Purchasing.Awards;

/// <summary>The words of award letters.</summary>
public static class LetterTexts
{
    public static Text Title { get; } = new("Meddelelse om valg av leverandør", "Notice of award");
    public static Text To { get; } = new("Til", "To");
    public static Text Sent { get; } = new("Sendt", "Sent");
    public static Text Winner { get; } = new("Valgt leverandør", "Winner");
    public static Text NoWinner { get; } = new("Ingen; delkontrakten er avsluttet uten tildeling.", "Nobody; the lot ended without an award.");
    public static Text ReasonForAward { get; } = new("Begrunnelse for valget", "Reason for the award");
    public static Text WhyRejected { get; } = new("Hvorfor tilbudet er avvist", "Why the bid was rejected");
    public static Text WhyCancelled { get; } = new("Hvorfor delkontrakten er avlyst", "Why the lot is cancelled");
    public static Text WhySetAside { get; } = new("Hvorfor tilbudet ikke lenger kan vinne", "Why the bid can no longer win");
    public static Text Scores { get; } = new("Evalueringen", "The evaluation");
    public static Text Criterion { get; } = new("Kriterium", "Criterion");
    public static Text Weight { get; } = new("Vekt", "Weight");
    public static Text YourPoints { get; } = new("Deres poeng", "Your points");
    public static Text YourReason { get; } = new("Begrunnelse", "Reason");
    public static Text WinnersPoints { get; } = new("Vinnerens poeng", "Winner's points");
    public static Text WinnersReason { get; } = new("Begrunnelse for vinneren", "Reason for the winner");
    public static Text Total { get; } = new("Vektet sum", "Weighted total");
    public static Text YourPrice { get; } = new("Deres pris", "Your price");
    public static Text Advantages { get; } = new("Vinnerens fordeler sammenlignet med deres tilbud", "The winner's advantages over your bid");
    public static Text Standstill { get; } = new("Karensperiode", "Standstill");
    public static Text Complaint { get; } = new("Slik klager dere", "How to complain");

    public static Text StandsNoLonger { get; } = new("Denne tildelingen står ikke lenger. Brevet er beholdt slik det ble sendt.", "This award no longer stands. The letter is kept as it was sent.");

    public static Text Of(LetterOutcome outcome) => outcome switch
    {
        LetterOutcome.Won => new("Dere er valgt. Meddelelsen er ikke en kontrakt; den inngås når begge parter har signert.",
            "Your bid was chosen. This notice is no contract; that is made when both parties have signed."),
        LetterOutcome.NotChosen => new("Tilbudet deres ble ikke valgt.", "Your bid was not chosen."),
        LetterOutcome.Rejected => new("Tilbudet deres er avvist og ble ikke evaluert videre.", "Your bid was rejected and not evaluated further."),
        LetterOutcome.SetAside => new("Tilbudet deres var valgt, men kan ikke lenger vinne.", "Your bid had been chosen, but can no longer win."),
        LetterOutcome.Cancelled => new("Delkontrakten er avlyst. Ingen får den.", "The lot is cancelled. Nobody gets it."),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "Not an outcome."),
    };

    /// <summary>What stands above the reasons of an outcome without an award to the recipient.</summary>
    public static Text Why(LetterOutcome outcome) => outcome switch
    {
        LetterOutcome.SetAside => WhySetAside,
        LetterOutcome.Cancelled => WhyCancelled,
        _ => WhyRejected,
    };

    /// <summary>Why a bid that was to win no longer can, as its supplier reads it.</summary>
    public static Text SetAsideOf(SetAsideBid aside)
    {
        var cause = aside.Cause switch
        {
            SetAsideCause.Withdrawn => new Text("Dere har trukket dere.", "You have withdrawn."),
            SetAsideCause.EvidenceFailed => new Text("Dokumentasjonen som ble etterspurt, manglet eller ble ikke godtatt.", "The evidence asked for was missing or was not accepted."),
            SetAsideCause.RefusedToSign => new Text("Dere ville ikke signere kontrakten.", "You would not sign the contract."),
            _ => throw new ArgumentOutOfRangeException(nameof(aside), aside.Cause, "Not a cause."),
        };
        return new($"{cause.No} {aside.Reason}", $"{cause.En} {aside.Reason}");
    }

    /// <summary>Which letter is replaced, and why. What the winner itself gave as its reason is not passed on.</summary>
    public static Text Replaces(EarlierAward earlier, LetterDispatch letters)
    {
        var sent = OsloFormat.Day(OsloTime.DateOf(letters.SentAt));
        if (earlier.Ending is AwardEnding.LotCancelled)
        {
            return new(
                $"Dette brevet erstatter det av {sent.No}. Den tildelingen står ikke lenger, siden delkontrakten er avlyst.",
                $"This letter replaces the one of {sent.En}. That award no longer stands, since the lot is cancelled.");
        }

        return earlier.Ending is AwardEnding.WinnerSetAside
            ? new(
                $"Dette brevet erstatter det av {sent.No}. Leverandøren som da ble valgt, er ikke lenger med, og den neste i rangeringen er valgt. Karensperiode og klagefrist regnes fra dette brevet.",
                $"This letter replaces the one of {sent.En}. The supplier chosen then is no longer in, and the next in rank is chosen. Standstill and time to complain are counted from this letter.")
            : new(
                $"Dette brevet erstatter det av {sent.No}. Den tildelingen er annullert: {earlier.Reason} Karensperiode og klagefrist regnes fra dette brevet.",
                $"This letter replaces the one of {sent.En}. That award was annulled: {earlier.Reason} Standstill and time to complain are counted from this letter.");
    }

    /// <summary>When the standstill ends, in words; or that none is held.</summary>
    public static Text StandstillOf(LetterDispatch dispatch)
    {
        if (dispatch.StandstillEnds is not { } ends)
            return new("Det holdes ikke karensperiode i denne runden; kontrakten kan signeres nå.", "No standstill is held in this round; the contract can be signed now.");
        var (end, first) = (OsloFormat.Deadline(ends), OsloFormat.Day(OsloTime.DateOf(ends)));
        return new(
            $"Karensperioden varer til {end.No}. Kontrakten kan tidligst signeres {first.No}.",
            $"The standstill lasts until {end.En}. The contract can be signed on {first.En} at the earliest.");
    }

    /// <summary>Where and until when an objection can be made.</summary>
    public static Text HowToComplain(AwardLetterContent content, LetterDispatch dispatch)
    {
        var before = (content.WinnerName, dispatch.StandstillEnds) switch
        {
            (null, _) => new Text("så snart som mulig", "as soon as possible"),
            (_, { } ends) => new Text($"før {OsloFormat.Deadline(ends).No}", $"before {OsloFormat.Deadline(ends).En}"),
            _ => new Text("før kontrakten er signert", "before the contract is signed"),
        };
        return new(
            $"Mener dere at avgjørelsen er feil, send en skriftlig og begrunnet klage til Utviklings- og kompetanseetaten {before.No}, i portalen under denne delkontrakten eller som brev. "
                + "Dere kan også klage til Klagenemnda for offentlige anskaffelser (KOFA) eller begjære midlertidig forføyning ved tingretten.",
            $"If you hold the decision to be wrong, send a written complaint with reasons to Utviklings- og kompetanseetaten {before.En}, in the portal under this lot or as a letter. "
                + "You can also complain to the public procurement complaints board (KOFA) or apply to the district court for an injunction.");
    }
}
