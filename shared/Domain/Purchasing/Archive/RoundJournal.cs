using System.Collections.Immutable;
using System.Text;
using NodaTime;
using Samkjop.Audit;
using Samkjop.Ports;
using Samkjop.Purchasing.Access;
using Samkjop.Purchasing.Awards;
using Samkjop.Serialization;

namespace Samkjop.Purchasing.Archive;

/// <summary>
/// A round's journal: every document of the case in the order of time. Before the bids are opened it has no bid, no manifest and nothing that tells who has bid,
/// for anybody.
/// </summary>
public static class RoundJournal
{
    private const string Utf8Text = "text/plain; charset=utf-8";
    private const string Json = "application/json";
    private const string JsonLines = "application/x-ndjson";
    private const string Page = "text/html; charset=utf-8";

    /// <summary>Kinds of data that tell nothing of who has bid; the others wait for the opening.</summary>
    private static readonly string[] OpenKinds = [Round.Kind, Need.Kind, Lot.Kind];

    /// <summary>The journal, oldest entry first.</summary>
    public static ImmutableArray<RoundRecord> Of(JournalSources sources)
    {
        ArgumentNullException.ThrowIfNull(sources);
        var stage = AccessStages.Of(sources.Round, sources.Lots);
        var isOpen = sources.Round.OpenedAt is not null;
        var records = Prepared(sources)
            .Concat(sources.Messages.Select(message => MessageOf(sources, message)))
            .Concat(sources.Questions.Where(question => isOpen || question.Answer is not null).Select(question => QuestionOf(sources, question, isOpen)))
            .Concat(isOpen ? Opened(sources) : [])
            .Concat(sources.Requests.Select(RequestOf))
            .Concat(ProtocolOf(sources, stage))
            .Concat(Data(sources, isOpen));
        return
        [
            .. records.Select(record => record with { Exemption = RecordExemptions.Of(record.Kind, stage) })
                .OrderBy(record => record.At).ThenBy(record => record.RecordId, StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<RoundRecord> Prepared(JournalSources sources)
    {
        foreach (var document in sources.Round.Documents)
        {
            foreach (var version in document.Versions)
            {
                var title = new Text($"{version.Title.No}, versjon {version.Number}", $"{version.Title.En}, version {version.Number}");
                yield return new(
                    $"tender-{document.DocumentId}-{version.Number}", RecordKind.TenderDocument, RecordDirection.Out, title, version.At, "Inviterte leverandører",
                    [new(version.FileName, title, TenderDocumentRules.MediaTypeOf(version.FileName) ?? "application/octet-stream", new RecordSource.Stored(BlobContainers.Records, version.Blob))],
                    null);
            }
        }

        if (sources.Round is { ProcurementDocument: { } criteria, Invitation: { } invitation })
        {
            yield return Written(
                "criteria", RecordKind.Criteria, RecordDirection.Out, new("Kriterier, vekter og prisformel", "Criteria, weights and price formula"), invitation.ReleasedAt,
                "Inviterte leverandører", "kriterier.json", Json, () => CanonicalJson.BytesOf(criteria));
        }
    }

    private static RoundRecord MessageOf(JournalSources sources, OutboundMessage message) => Written(
        $"message-{message.MessageId}", RecordKind.Message, message.Recipient.Kind is RecipientKind.Role ? RecordDirection.Internal : RecordDirection.Out,
        message.Subject, message.CreatedAt, sources.NameOf(message.Recipient), "melding.txt", Utf8Text,
        () => Encoding.UTF8.GetBytes($"{message.Subject.No}\n\n{message.Body.No}\n\n---\n\n{message.Subject.En}\n\n{message.Body.En}\n"));

    private static RoundRecord QuestionOf(JournalSources sources, Question question, bool isOpen) => Written(
        question.QuestionId, RecordKind.Question, RecordDirection.In,
        new("Spørsmål i konkurransen, med svar", "A question in the competition, with its answer"), isOpen ? question.AskedAt : question.Answers[0].At,
        isOpen ? sources.SupplierName(question.SupplierId) : null, "sporsmal.txt", Utf8Text, () => Encoding.UTF8.GetBytes(TextOf(question, isOpen)));

    private static string TextOf(Question question, bool isOpen)
    {
        var text = new StringBuilder();
        if (isOpen)
        {
            text.Append("Stilt / Asked: ").Append(question.Asked).Append("\n\n");
        }

        foreach (var answer in question.Answers)
        {
            text.Append("Spørsmål: ").Append(answer.Question.No).Append("\nSvar: ").Append(answer.Answer.No)
                .Append("\n\nQuestion: ").Append(answer.Question.En).Append("\nAnswer: ").Append(answer.Answer.En).Append("\n\n");
        }

        return text.ToString();
    }

    private static IEnumerable<RoundRecord> Opened(JournalSources sources) =>
        sources.Bids.Select(bid => BidRecords.Of(sources, bid))
            .Append(Written(
                "opening", RecordKind.Opening, RecordDirection.Internal, new("Åpningsprotokoll", "Record of the opening"), sources.Round.OpenedAt!.Value, null,
                "apningsprotokoll.json", Json, () => CanonicalJson.BytesOf(new
                {
                    sources.Round.RoundId,
                    sources.Round.Manifest,
                    Entries = sources.Manifest.SelectMany(page => page.Entries).ToList(),
                    sources.Round.OpeningApprovals,
                    sources.Round.OpenedAt,
                    sources.Round.Declarations,
                })))
            .Concat(sources.Lots.Select(lot => EvaluationOf(sources, lot)).OfType<RoundRecord>())
            .Concat(sources.Letters.Select(letter => LetterOf(sources, letter)).OfType<RoundRecord>())
            .Concat(DisputeRecords.Of(sources));

    private static RoundRecord? EvaluationOf(JournalSources sources, Lot lot) =>
        EvaluationExport.Of(lot, sources.Evaluations.Where(evaluation => evaluation.LotId == lot.LotId)) is { } export
            ? Written(
                $"evaluation-{lot.LotId}", RecordKind.Evaluation, RecordDirection.Internal, new($"Evaluering av {lot.LotId}", $"Evaluation of {lot.LotId}"),
                lot.CheckedAt ?? sources.Round.OpenedAt!.Value, null, "evaluering.json", Json, () => CanonicalJson.BytesOf(export))
            : null;

    private static RoundRecord? LetterOf(JournalSources sources, AwardLetter letter) =>
        sources.Lots.FirstOrDefault(lot => lot.LotId == letter.LotId) is { } lot && lot.DispatchOf(letter.Dispatch) is { } dispatch
            ? Written(
                letter.Id, RecordKind.AwardLetter, RecordDirection.Out, new($"Meddelelse om tildeling av {letter.LotId}", $"Award letter for {letter.LotId}"),
                dispatch.SentAt, sources.SupplierName(letter.SupplierId), "meddelelse.html", Page, () => Encoding.UTF8.GetBytes(LetterHtml.Render(letter, dispatch, dispatch == lot.Letters).ToString()))
            : null;

    private static RoundRecord RequestOf(AccessRequest request) => Written(
        request.RequestId, RecordKind.AccessRequest, RecordDirection.In, new("Innsynskrav med svar", "Request for access with answers"), request.ReceivedAt,
        null, "innsynskrav.json", Json, () => CanonicalJson.BytesOf(new
        {
            request.RequestId,
            request.Requester,
            request.ReceivedAt,
            request.ResumedFrom,
            request.Items,
        }));

    /// <summary>The protocol as stored; between award and closing, its draft.</summary>
    private static IEnumerable<RoundRecord> ProtocolOf(JournalSources sources, AccessStage stage)
    {
        RecordSource? source = sources.Round.Closing?.ProtocolBlob is { } blob ? new RecordSource.Stored(BlobContainers.Records, blob)
            : stage is AccessStage.Awarded ? new RecordSource.ProtocolDraft()
            : null;
        if (source is not null)
        {
            var title = source is RecordSource.Stored ? new Text("Anskaffelsesprotokoll", "Award protocol") : new Text("Anskaffelsesprotokoll, utkast", "Award protocol, draft");
            yield return new(
                "protocol", RecordKind.Protocol, RecordDirection.Internal, title, sources.Round.Closing?.At ?? AccessStages.AwardedAt(sources.Round, sources.Lots)!.Value, null,
                [new("anskaffelsesprotokoll.html", title, Page, source)], null);
        }
    }

    private static IEnumerable<RoundRecord> Data(JournalSources sources, bool isOpen)
    {
        var at = sources.Round.Closing?.At ?? sources.Round.Ledger.ChangedAt ?? sources.Round.Needs.OpensAt;
        foreach (var kind in sources.AggregateKinds.Where(kind => isOpen || OpenKinds.Contains(kind)))
        {
            yield return Single($"data-{kind}", RecordKind.Data, new($"Data: {kind}", $"Data: {kind}"), at, $"{kind}.jsonl", new RecordSource.Documents(kind));
        }

        yield return Single("audit", RecordKind.AuditLog, new("Revisjonsspor", "Audit log"), at, "revisjonsspor.jsonl", new RecordSource.Log(sources.Round.RoundId));
        yield return Single(
            "audit-plan", RecordKind.AuditLog, new("Revisjonsspor for planen", "Audit log of the plan"), at, "revisjonsspor-plan.jsonl",
            new RecordSource.Log(AuditedRegister.LogOf(PlannedRound.Kind, sources.Round.RoundId)));
        yield return Single("people", RecordKind.AuditLog, new("Personer i saken", "People in the case"), at, "personer.jsonl", new RecordSource.People());
    }

    private static RoundRecord Single(string id, RecordKind kind, Text title, Instant at, string fileName, RecordSource source) =>
        new(id, kind, RecordDirection.Internal, title, at, null, [new(fileName, title, JsonLines, source)], null);

    private static RoundRecord Written(
        string id, RecordKind kind, RecordDirection direction, Text title, Instant at, string? counterpart, string fileName, string mediaType, Func<byte[]> content) =>
        new(id, kind, direction, title, at, counterpart, [new(fileName, title, mediaType, new RecordSource.Written(content))], null);
}
