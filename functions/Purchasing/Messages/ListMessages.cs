using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using NodaTime;
using Samkjop.Functions.Http;
using Samkjop.Functions.Purchasing.Rounds;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;

namespace Samkjop.Functions.Purchasing.Messages;

/// <summary>What a supplier or an agency has been told about a round; those who run rounds read all of it.</summary>
public sealed class ListMessages(IDocumentStore store, RoundReader rounds)
{
    /// <param name="Link">Path of what it points at; null where there is nothing to read.</param>
    public sealed record View(string MessageId, MessageRecipient Recipient, Text Subject, Text Body, string? Link, Instant CreatedAt)
    {
        public static View Of(OutboundMessage message)
        {
            ArgumentNullException.ThrowIfNull(message);
            return new View(message.MessageId, message.Recipient, message.Subject, message.Body, message.Link, message.CreatedAt);
        }
    }

    [Function(nameof(ListMessages))]
    [RequiresLogin]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "rounds/{roundId}/messages")] HttpRequest request,
        string roundId,
        FunctionContext context,
        CancellationToken cancellationToken)
    {
        var round = (await rounds.ReadAsync(context, roundId, cancellationToken)).Document;
        var query = request.Page();
        var page = RecipientOf(round, context.Caller()) switch
        {
            { } recipient => await store.ListAsync<OutboundMessage>(roundId, query with { Mark = recipient.ToString() }, cancellationToken),
            null when RoundAccess.RunsRounds(round, context.Caller()) => await store.ListAsync<OutboundMessage>(roundId, query, cancellationToken),
            null => new DocumentPage<OutboundMessage>([], null),
        };
        return Reply.Ok(page.ToList(View.Of));
    }

    /// <summary>Whom the caller reads for; null for those who run rounds and for people without an agency.</summary>
    private static MessageRecipient? RecipientOf(Round round, Caller caller) => caller switch
    {
        { SupplierId: { } supplier } => MessageRecipient.Supplier(supplier),
        _ when RoundAccess.RunsRounds(round, caller) => null,
        { AgencyId: { } agency } => MessageRecipient.Agency(agency),
        _ => null,
    };
}
