using NodaTime;
using Samkjop.Calendar;
using Samkjop.Decisions;

namespace Samkjop.Purchasing;

/// <summary>What an information meeting must satisfy.</summary>
public static class MeetingRules
{
    public const int MaxPlaceLength = 200;
    public const int MaxLinkLength = 2000;

    /// <summary>Longest meeting.</summary>
    public const int MaxHours = 12;

    /// <summary>Why a meeting is refused that is set, moved or called off while the round runs; null when it may stand. One that is over stays as it was.</summary>
    /// <param name="existing">The plan as it stands.</param>
    /// <param name="meeting">The meeting as it shall be; null: called off.</param>
    /// <param name="now">Now.</param>
    public static Refusal? CheckMove(PlannedRound existing, InformationMeeting? meeting, Instant now)
    {
        ArgumentNullException.ThrowIfNull(existing);
        if (existing.Meeting is { } held && OsloTime.ToInstant(held.Ends, existing.RepeatedHour).InstantOrNull <= now)
        {
            return Refusal.Conflict(
                "meeting-over",
                "Møtet er holdt og kan ikke flyttes eller avlyses. Ingenting er endret.",
                "The meeting has been held and can no longer be moved or called off. Nothing was changed.");
        }

        var findings = new Findings();
        if (meeting is not null)
        {
            Check(meeting, existing.RepeatedHour, findings);
            findings.Require(
                OsloTime.ToInstant(meeting.Starts, existing.RepeatedHour).InstantOrNull is not { } starts || starts > now,
                "meeting.starts",
                "Møtet begynner i fortiden. Velg et senere tidspunkt.",
                "The meeting begins in the past. Choose a later time.");
        }

        return findings.ToRefusal("invalid-meeting");
    }

    internal static void Check(InformationMeeting meeting, RepeatedTime? repeated, Findings findings)
    {
        findings.Require(
            meeting.Starts < meeting.Ends,
            "meeting.ends",
            "Møtet slutter før det begynner. Rett tidspunktene.",
            "The meeting ends before it begins. Correct the times.");
        findings.Require(
            meeting.Ends <= meeting.Starts.PlusHours(MaxHours),
            "meeting.ends",
            $"Møtet varer mer enn {MaxHours} timer. Kontroller datoene.",
            $"The meeting lasts more than {MaxHours} hours. Check the dates.");
        findings.Require(
            !string.IsNullOrWhiteSpace(meeting.Place) && meeting.Place.Length <= MaxPlaceLength,
            "meeting.place",
            $"Møtestedet skal ha 1–{MaxPlaceLength} tegn.",
            $"The place of the meeting must have 1–{MaxPlaceLength} characters.");
        findings.Require(
            meeting.Link is null || (meeting.Link.Length <= MaxLinkLength && Uri.TryCreate(meeting.Link, UriKind.Absolute, out var link) && link.Scheme == Uri.UriSchemeHttps),
            "meeting.link",
            $"Lenken skal være en adresse som begynner med https, med høyst {MaxLinkLength} tegn, eller utelates.",
            $"The link must be an address that begins with https, of at most {MaxLinkLength} characters, or be left out.");
        findings.Add("meeting.starts", OsloTime.ToInstant(meeting.Starts, repeated).Refusal);
        findings.Add("meeting.ends", OsloTime.ToInstant(meeting.Ends, repeated).Refusal);
    }
}
