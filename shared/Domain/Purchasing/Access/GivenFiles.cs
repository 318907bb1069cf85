using Samkjop.Decisions;
using Samkjop.Purchasing.Archive;

namespace Samkjop.Purchasing.Access;

/// <summary>Which file an answer gives.</summary>
public static class GivenFiles
{
    /// <summary>The file itself where it was granted or holds no secret, its redacted copy where it does; null when nothing is given: what is exempt until the award is
    /// not, whatever was answered.</summary>
    /// <param name="item">What was answered; null when the record was not asked for.</param>
    /// <param name="record">The record; null when there is none.</param>
    /// <param name="number">Which of its files, from 1.</param>
    /// <param name="stage">How far the round has come.</param>
    public static RecordFile? Of(AccessItem? item, RoundRecord? record, int number, AccessStage stage)
    {
        var file = record?.Files.ElementAtOrDefault(number - 1);
        return item?.Outcome switch
        {
            _ when record is null || file is null || RecordExemptions.Of(record.Kind, stage) == Exemption.UntilAward => null,
            AccessOutcome.Granted => file,
            AccessOutcome.Partly when file.IsMarkedSecret || file.Redacted is not null => file.Redacted,

            // The rest of a record with a redacted copy is open. Where there is none, somebody redacts by hand.
            AccessOutcome.Partly when record.Files.Any(other => other.Redacted is not null) => file,
            _ => null,
        };
    }

    /// <summary>Nothing is given under this answer.</summary>
    public static Refusal NotGiven(string recordId) => Refusal.NotFound(
        "not-found",
        $"Det er ikke gitt innsyn i noen slik fil av «{recordId}» her. Se svaret på innsynskravet.",
        $"No such file of '{recordId}' was given here. See the answer to the request.");
}
