using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using Samkjop.People;
using Samkjop.Ports;

namespace Samkjop.Purchasing.Calendars;

/// <summary>
/// A person's subscription to a round's calendar: an address with a secret in it, since calendar programs cannot log in. Only the secret's hash is kept.
/// It shows what the person saw when it was made, until it is revoked or expires.
/// </summary>
/// <param name="RoundId">The round.</param>
/// <param name="FeedId">Names it; not secret.</param>
/// <param name="Subject">Whose it is.</param>
/// <param name="SecretSha256">Hash of the secret, lower-case hexadecimal.</param>
/// <param name="Tags">What it shows, of <see cref="CalendarAudience"/>.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="ExpiresAt">From this instant on it shows nothing.</param>
public sealed record CalendarFeed(
    string RoundId, string FeedId, string Subject, string SecretSha256, ImmutableSortedSet<string> Tags, Instant CreatedAt, Instant ExpiresAt) : IDocument
{
    /// <summary>Bytes of a secret.</summary>
    public const int SecretBytes = 32;

    /// <summary>Most feeds that a person has of one round.</summary>
    public const int MaxPerPerson = 10;

    /// <summary>How long a feed lasts: longer than any round from plan to delivery, so that a forgotten one ends all the same.</summary>
    public static readonly Duration Lifetime = Duration.FromDays(400);

    public static string Container => Containers.Plans;

    public static string Kind => "calendarFeed";

    public static int SchemaVersion => 1;

    public string Id => FeedId;

    public string PartitionKey => RoundId;

    public string? Mark => OwnerMark(Subject);

    /// <summary>The mark by which a person's feeds are found.</summary>
    public static string OwnerMark(string subject) => "owner-" + Hash(subject)[..32];

    /// <summary>A new feed for what the caller sees.</summary>
    public static CalendarFeed For(Caller caller, string roundId, string feedId, string secret, Instant now)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return new CalendarFeed(roundId, feedId, caller.Subject, Hash(secret), CalendarAudience.TagsOf(caller), now, now + Lifetime);
    }

    /// <summary>Whether the secret opens the feed; takes the same time whatever is wrong with it.</summary>
    public bool Opens(string secret, Instant now) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(SecretSha256), Encoding.ASCII.GetBytes(Hash(secret))) && now < ExpiresAt;

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
