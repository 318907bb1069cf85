using System.Security.Cryptography;
using System.Text;
using NodaTime;
using Samkjop.Decisions;
using Samkjop.Ports;

namespace Samkjop.People;

/// <summary>
/// Who an id is. Names stand here and nowhere else: audit logs, protocols and the round's documents hold ids, so that a name can be erased when the law says so
/// and everything that was decided still stands and verifies.
/// </summary>
/// <param name="Subject">The id that the logs hold.</param>
/// <param name="Name">Null once erased.</param>
/// <param name="Mail">Null where none was given, and once erased.</param>
/// <param name="EnteredAt">When it was entered last.</param>
/// <param name="ErasedAt">When the name was erased; null while it is kept.</param>
public sealed record Person(string Subject, string? Name, string? Mail, Instant EnteredAt, Instant? ErasedAt = null) : IDocument
{
    /// <summary>The id of a person's document within its partition.</summary>
    public const string DocumentId = "person";

    /// <summary>What stands where a name was.</summary>
    public static Text Erased { get; } = new("slettet navn", "name erased");

    public static string Container => Containers.Platform;

    public static string Kind => "person";

    public static int SchemaVersion => 1;

    public string Id => DocumentId;

    public string PartitionKey => $"person.{Key}";

    public string? Mark => ErasedAt is null ? Marks.Open : Marks.Closed;

    /// <summary>Names the person in addresses and logs, whatever characters its subject has.</summary>
    public string Key => KeyOf(Subject);

    /// <summary>The key of a subject.</summary>
    public static string KeyOf(string subject) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(subject)))[..32];

    /// <summary>The partition of a subject.</summary>
    public static string PartitionOf(string subject) => $"person.{KeyOf(subject)}";
}

/// <summary>A name was entered or corrected. The name itself stays out of the log, and so does its hash.</summary>
public sealed record PersonEntered(string Subject) : DomainEvent;

/// <summary>A name was erased.</summary>
/// <param name="Reason">Why; names nobody.</param>
public sealed record PersonErased(string Subject, string Reason) : DomainEvent;
