using NodaTime;
using Samkjop.Ports;

namespace Samkjop.Purchasing;

/// <summary>
/// Something that somebody is told: created once, with an id that says what about, so that telling twice is impossible. It points at what to read;
/// it never holds bid data.
/// </summary>
/// <param name="RoundId">The round that it is about.</param>
/// <param name="MessageId">Such as <c>invitation-{supplier}</c>; letters, digits and hyphens.</param>
/// <param name="Recipient">Who.</param>
/// <param name="Subject">One line.</param>
/// <param name="Body">What happened and what to do.</param>
/// <param name="Link">Path of what it points at, such as <c>/api/rounds/2021-1</c>; null where there is nothing to read.</param>
/// <param name="CreatedAt">When it could first be read.</param>
/// <param name="Channel">How it is delivered.</param>
public sealed record OutboundMessage(
    string RoundId, string MessageId, MessageRecipient Recipient, Text Subject, Text Body, string? Link, Instant CreatedAt,
    MessageChannel Channel = MessageChannel.Portal) : IDocument
{
    public static string Container => Containers.Deliveries;

    public static string Kind => "outboundMessage";

    public static int SchemaVersion => 1;

    public string Id => MessageId;

    public string PartitionKey => RoundId;

    /// <summary>The recipient, so that each can list its own: <c>supplier.{id}</c>, <c>agency.{id}</c>, <c>role.{role}</c>.</summary>
    public string? Mark => Recipient.ToString();
}

/// <param name="Kind">Supplier, agency or role.</param>
/// <param name="Id">Its id.</param>
public sealed record MessageRecipient(RecipientKind Kind, string Id)
{
    public static MessageRecipient Supplier(string supplierId) => new(RecipientKind.Supplier, supplierId);

    public static MessageRecipient Agency(string agencyId) => new(RecipientKind.Agency, agencyId);

    /// <summary>Those who have a role in the round; they read it among all messages of the round.</summary>
    public static MessageRecipient Role(string role) => new(RecipientKind.Role, role);

    public override string ToString() => Kind switch
    {
        RecipientKind.Supplier => $"supplier.{Id}",
        RecipientKind.Agency => $"agency.{Id}",
        RecipientKind.Role => $"role.{Id}",
        _ => throw new InvalidOperationException($"{Kind} is not a kind of recipient."),
    };
}

public enum RecipientKind
{
    Supplier,
    Agency,

    /// <summary>Everybody of a role, such as <c>contract-manager</c>.</summary>
    Role,
}

public enum MessageChannel
{
    /// <summary>Read in the portal.</summary>
    Portal,
}
