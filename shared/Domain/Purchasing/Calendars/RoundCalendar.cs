using Samkjop.Calendars;
using Samkjop.Ports;

namespace Samkjop.Purchasing.Calendars;

/// <summary>What calendars have been told of a round.</summary>
/// <param name="RoundId">The round.</param>
/// <param name="Book">What has been told.</param>
public sealed record RoundCalendar(string RoundId, CalendarBook Book) : IDocument
{
    /// <summary>The id of a round's calendar.</summary>
    public const string DocumentId = "calendar";

    public static string Container => Containers.Plans;

    public static string Kind => "roundCalendar";

    public static int SchemaVersion => 1;

    public string Id => DocumentId;

    public string PartitionKey => RoundId;

    public string? Mark => null;

    /// <summary>The UID of an entry: the same for as long as anybody's calendar may hold it.</summary>
    public static string UidOf(string roundId, string key) => $"{key}.{roundId}@samkjop";
}
