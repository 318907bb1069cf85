using NodaTime;
using Samkjop.Calendar;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Awards;

namespace Samkjop.Functions.Purchasing.Awards;

/// <summary>An award letter as its recipient reads it.</summary>
/// <param name="RoundId">The round.</param>
/// <param name="LotId">The lot.</param>
/// <param name="SupplierId">The recipient.</param>
/// <param name="Dispatch">Which of the lot's dispatches, from 1.</param>
/// <param name="Stands">Whether the award that it tells of stands.</param>
/// <param name="SentAt">When it became readable.</param>
/// <param name="StandstillEnds">24:00 Europe/Oslo of the last day; null when no standstill is held.</param>
/// <param name="FirstContractDay">The first local day on which the contract can be signed; null where the lot ended without an award.</param>
/// <param name="Standstill">The same in words; null where the lot ended without an award.</param>
/// <param name="HowToComplain">Where and until when.</param>
/// <param name="Content">What it says.</param>
public sealed record AwardLetterView(
    string RoundId, string LotId, string SupplierId, int Dispatch, bool Stands, Instant SentAt, Instant? StandstillEnds, LocalDate? FirstContractDay, Text? Standstill, Text HowToComplain,
    AwardLetterContent Content)
{
    public static AwardLetterView Of(AwardLetter letter, LetterDispatch dispatch, bool stands)
    {
        ArgumentNullException.ThrowIfNull(letter);
        ArgumentNullException.ThrowIfNull(dispatch);
        var hasWinner = letter.Content.WinnerName is not null;
        return new(
            letter.RoundId, letter.LotId, letter.SupplierId, dispatch.Number, stands, dispatch.SentAt, dispatch.StandstillEnds,
            hasWinner ? OsloTime.DateOf(dispatch.StandstillEnds ?? dispatch.SentAt) : null, hasWinner ? LetterTexts.StandstillOf(dispatch) : null,
            LetterTexts.HowToComplain(letter.Content, dispatch), letter.Content);
    }
}
