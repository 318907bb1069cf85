using Samkjop.Calendar;

namespace Samkjop.Purchasing.Complaints;

/// <summary>What suppliers are told about a complaint: the complainant what becomes of it, the winner that the contract waits, never for whom.</summary>
public static class ComplaintMessages
{
    /// <summary>Everybody who is to know how the complaint stands now; told once each.</summary>
    public static IEnumerable<OutboundMessage> Of(Round round, Lot lot, Complaint complaint)
    {
        yield return Received(round, lot, complaint);
        if (complaint.Conclusion is { } conclusion)
            yield return Concluded(round, lot, complaint, conclusion);
        if (complaint.Conclusion is null && lot.Award is { } award && award.SupplierId != complaint.SupplierId && (complaint.Waiting.Waits || complaint.Waiting.Number > 1))
            yield return Waits(round, lot, complaint, award.SupplierId);
    }

    private static OutboundMessage Received(Round round, Lot lot, Complaint complaint) => new(
        round.RoundId, complaint.ComplaintId, MessageRecipient.Supplier(complaint.SupplierId),
        new Text($"Klagen deres er mottatt: {lot.Content.Title.No}", $"Your complaint was received: {lot.Content.Title.En}"),
        new Text(
            $"Klagen er registrert som mottatt {OsloFormat.Moment(complaint.ReceivedAt).No}. Dere får skriftlig svar.",
            $"The complaint is recorded as received {OsloFormat.Moment(complaint.ReceivedAt).En}. You will be answered in writing."),
        Link(complaint), complaint.ReceivedAt);

    private static OutboundMessage Concluded(Round round, Lot lot, Complaint complaint, ComplaintConclusion conclusion)
    {
        var outcome = conclusion.Outcome switch
        {
            ComplaintOutcome.Dismissed => new Text("Klagen er ikke tatt til følge.", "The complaint was not upheld."),
            ComplaintOutcome.Upheld => new Text("Klagen er tatt til følge. Tildelingen blir omgjort, og alle får nye brev.", "The complaint was upheld. The award will be annulled, and all will get new letters."),
            _ => new Text("Klagen er avsluttet uten avgjørelse.", "The complaint ended without a decision."),
        };
        return new(
            round.RoundId, $"{complaint.ComplaintId}-concluded", MessageRecipient.Supplier(complaint.SupplierId),
            new Text($"Svar på klagen: {lot.Content.Title.No}", $"The complaint is answered: {lot.Content.Title.En}"),
            new Text($"{outcome.No} {conclusion.Reason}", $"{outcome.En} {conclusion.Reason}"), Link(complaint), conclusion.At);
    }

    private static OutboundMessage Waits(Round round, Lot lot, Complaint complaint, string winner) => new(
        round.RoundId, $"{complaint.ComplaintId}-waiting-{complaint.Waiting.Number}", MessageRecipient.Supplier(winner),
        new Text($"Kontrakten for {lot.Content.Title.No}", $"The contract for {lot.Content.Title.En}"),
        complaint.Waiting.Waits
            ? new Text(
                "Tildelingen er klaget på. Kontrakten kan ikke signeres før klagen er avgjort; dere får beskjed.",
                "The award was complained about. The contract cannot be signed before the complaint is decided; you will be told.")
            : new Text(
                "Kontrakten venter ikke lenger på klagen. Den kan signeres når karensperioden er ute.",
                "The contract no longer waits for the complaint. It can be signed when the standstill has ended."),
        $"/api/rounds/{round.RoundId}/lots/{lot.LotId}/contract", complaint.Waiting.Since);

    private static string Link(Complaint complaint) => $"/api/rounds/{complaint.RoundId}/lots/{complaint.LotId}/complaints/{complaint.ComplaintId}";
}
