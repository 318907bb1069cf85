using NodaTime;
using Samkjop.Decisions;
using Samkjop.People;
using Samkjop.Ports;

namespace Samkjop.Audit;

/// <summary>One line of a round's audit log: append-only, numbered without gaps from 1, chained by hashes. Holds ids, never names.</summary>
/// <param name="RoundId">The round, or the register that is kept beside the rounds (<see cref="AuditedRegister"/>).</param>
/// <param name="Number">Running number within the round.</param>
/// <param name="At">When it was decided, read or attempted, UTC.</param>
/// <param name="By">Who.</param>
/// <param name="Source">
/// <c>{document}#{sequence}</c> of the decision, or a unique id of the read or attempt; an entry with a source is written once.
/// </param>
/// <param name="Event">What was decided, read or attempted.</param>
/// <param name="Salt">
/// Random, lower-case hexadecimal, in entries that are sealed until the opening: their hash is shown before, and must not let anybody try out what they say.
/// </param>
/// <param name="Why">Why, in the words of who decided; null where none were asked for.</param>
/// <param name="Hash">What binds the entry to all before it (<see cref="AuditChain"/>); null in an entry from before logs were chained.</param>
public sealed record AuditEntry(
    string RoundId, long Number, Instant At, Actor By, string Source, DomainEvent Event, string? Salt = null, string? Hash = null, string? Why = null) : IDocument
{
    public static string Container => Containers.Rounds;

    public static string Kind => "auditEntry";

    public static int SchemaVersion => 1;

    public string Id => IdOf(Number);

    public string PartitionKey => RoundId;

    public string? Mark => Source;

    /// <summary>Sorts by number: <c>audit-00000001</c>.</summary>
    public static string IdOf(long number) => $"audit-{number:D8}";

    /// <summary>The entry, chained to the one before it.</summary>
    /// <param name="previous">The entry before; null for the first.</param>
    public AuditEntry After(AuditEntry? previous)
    {
        var numbered = this with { Number = (previous?.Number ?? 0) + 1, Hash = null };
        return numbered with { Hash = AuditChain.HashOf(previous?.Hash, AuditContent.Of(numbered)) };
    }
}

/// <summary>Somebody was refused: recorded before the answer goes out.</summary>
/// <param name="Function">The endpoint.</param>
/// <param name="Subject">What it was about, such as a bid's id.</param>
/// <param name="Code">The refusal's code.</param>
public sealed record AttemptRefused(string Function, string Subject, string Code) : DomainEvent;
