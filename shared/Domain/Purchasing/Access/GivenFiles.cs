using Samkjop.Decisions;
using Samkjop.Purchasing.Archive;

namespace Samkjop.Purchasing.Access;

/// <summary>Which file an answer gives.</summary>
public static class GivenFiles
{
    /// <summary>The file itself where it was granted or holds no secret, its redacted copy where it does; null when nothing is given.</summary>
    /// <param name="item">What was answered; null when the record was not asked for.</param>
    /// <param name="file">The file; null when there is none.</param>
    /// <param name="stage">How far the round has come: what is exempt until the award is not given, whatever was answered.</param>
    public static RecordFile? Of(AccessItem? item, RecordFile? file, AccessStage stage) => item?.Outcome switch
    {
        _ when file is null || stage < AccessStage.Awarded && IsExempt(item) => null,
        AccessOutcome.Granted => file,
        AccessOutcome.Partly when file.IsMarkedSecret => file.Redacted,
        AccessOutcome.Partly when file.Redacted is not null => file.Redacted,
        _ => null,
    };

    /// <summary>Nothing is given under this answer.</summary>
    public static Refusal NotGiven(string recordId) => Refusal.NotFound(
        "not-found",
        $"Det er ikke gitt innsyn i noen slik fil av «{recordId}» her. Se svaret på innsynskravet.",
        $"No such file of '{recordId}' was given here. See the answer to the request.");

    private static bool IsExempt(AccessItem? item) => item is null || ForeseenRecords.Of(item.RecordId, AccessStage.Opened) is not null;
}
