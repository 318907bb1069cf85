using NodaTime;
using Samkjop.Calendar;
using Samkjop.Decisions;
using Samkjop.People;

namespace Samkjop.Purchasing.AwardNotices;

/// <summary>Records that an award notice was published. Publication is the officer's, in Doffin and TED; the platform keeps date and reference.</summary>
public static class AwardNoticeDecisions
{
    public const int MaxReferenceLength = 100;

    /// <summary>Records a publication for the contracts that none tells of yet. The same once more changes nothing.</summary>
    public static Decision<Round> Record(Round round, IReadOnlyCollection<Lot> lots, RecordAwardNotice command)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(lots);
        ArgumentNullException.ThrowIfNull(command);
        if (RoundAccess.MayActAs(round, command.By, Role.ProcurementOfficer, command.Now) is { } refusal)
        {
            return refusal;
        }

        if (AwardNoticeDates.Of(round, lots).FirstOrDefault(notice => notice.Key == command.Key) is not { } due)
        {
            return NoSuchNotice(command.Key);
        }

        if (due.Published.Any(notice => notice.Reference == command.Reference && notice.PublishedOn == command.PublishedOn))
        {
            return Decision.Unchanged(round);
        }

        if (due.Outstanding.IsEmpty)
        {
            return PublishedBefore(command.Key, due.Published[^1]);
        }

        var (earliest, today) = (lots.Where(lot => due.Outstanding.Contains(lot.LotId)).Min(AwardNoticeDates.SignedOn), OsloTime.DateOf(command.Now));
        var findings = new Findings();
        findings.Require(
            command.PublishedOn >= earliest && command.PublishedOn <= today,
            "publishedOn",
            $"Kunngjøringsdagen er fra {OsloFormat.Day(earliest).No}, da kontrakten ble signert, til i dag.",
            $"The day of publication is from {OsloFormat.Day(earliest).En}, when the contract was signed, to today.");
        findings.Require(
            !string.IsNullOrWhiteSpace(command.Reference) && command.Reference.Length <= MaxReferenceLength,
            "reference",
            $"Oppgi nummeret i Doffin eller TED, med 1–{MaxReferenceLength} tegn.",
            $"Give the number in Doffin or TED, in 1–{MaxReferenceLength} characters.");
        if (findings.ToRefusal("invalid-award-notice") is { } invalid)
        {
            return invalid;
        }

        var published = new PublishedNotice(command.Key, due.Outstanding, command.PublishedOn, command.Reference!, command.By.Subject, command.Now);
        return Decision.Accept(
            round with { PublishedNotices = round.PublishedNotices.Add(published) },
            new AwardNoticePublished(command.Key, published.LotIds, published.PublishedOn, published.Reference));
    }

    private static Refusal NoSuchNotice(string key) => Refusal.NotFound(
        "award-notice-not-found",
        $"Runden har ingen kunngjøring «{key}»: ingen kontrakt er signert som hører til der. Ingenting er endret; se listen over kunngjøringer.",
        $"The round has no award notice \"{key}\": no contract that belongs there is signed. Nothing was changed; see the list of notices.");

    private static Refusal PublishedBefore(string key, PublishedNotice before) => Refusal.Conflict(
        "award-notice-published",
        $"Kunngjøringen «{key}» er alt ført som publisert {OsloFormat.Day(before.PublishedOn).No} med referanse {before.Reference}. Ingenting er endret.",
        $"The award notice \"{key}\" is already recorded as published on {OsloFormat.Day(before.PublishedOn).En} with reference {before.Reference}. Nothing was changed.");
}
