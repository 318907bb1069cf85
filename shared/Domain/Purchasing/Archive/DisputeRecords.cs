using System.Collections.Immutable;
using Samkjop.Ports;
using Samkjop.Purchasing.Access;
using Samkjop.Purchasing.Complaints;
using Samkjop.Purchasing.Evidence;
using Samkjop.Serialization;

namespace Samkjop.Purchasing.Archive;

/// <summary>What proposed winners showed, and complaints about awards, in the journal.</summary>
internal static class DisputeRecords
{
    private const string Json = "application/json";

    public static IEnumerable<RoundRecord> Of(JournalSources sources) =>
        sources.Evidence.Select(evidence => Of(sources, evidence)).Concat(sources.Complaints.Select(complaint => Of(sources, complaint)));

    private static RoundRecord Of(JournalSources sources, WinnerEvidence evidence)
    {
        var title = new Text($"Dokumentasjon fra innstilt leverandør, {evidence.LotId}", $"Evidence of the proposed winner, {evidence.LotId}");
        var told = new RecordFile(
            "dokumentasjon.json", title, Json, new RecordSource.Written(() => CanonicalJson.BytesOf(new { evidence.LotId, evidence.BidId, evidence.DueBy, evidence.Items })));
        ImmutableArray<RecordFile> files =
        [
            told,
            .. evidence.Items.Select(item => item.Submission?.Document).OfType<EvidenceDocument>().Select(document => new RecordFile(
                document.FileName, new(document.FileName, document.FileName), TenderDocumentRules.MediaTypeOf(document.FileName) ?? "application/octet-stream",
                new RecordSource.Stored(BlobContainers.Records, EvidenceDocument.BlobOf(evidence.RoundId, evidence.LotId, evidence.SupplierId, document.DocumentId)))),
        ];
        return new(evidence.Id, RecordKind.Evidence, RecordDirection.In, title, evidence.RequestedAt, sources.SupplierName(evidence.SupplierId), files, null);
    }

    private static RoundRecord Of(JournalSources sources, Complaint complaint)
    {
        var title = new Text($"Klage på tildelingen av {complaint.LotId}", $"Complaint about the award of {complaint.LotId}");
        return new(
            complaint.ComplaintId, RecordKind.Complaint, RecordDirection.In, title, complaint.ReceivedAt, sources.SupplierName(complaint.SupplierId),
            [new("klage.json", title, Json, new RecordSource.Written(() => CanonicalJson.BytesOf(new
            {
                complaint.LotId,
                complaint.MadeTo,
                complaint.ReceivedAt,
                complaint.Grounds,
                complaint.Reference,
                complaint.Waiting,
                complaint.Conclusion,
            })))],
            null);
    }
}
