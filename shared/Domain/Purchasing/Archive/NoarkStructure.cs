using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml;
using NodaTime;
using NodaTime.Text;
using Samkjop.Calendar;
using Samkjop.Purchasing.Access;

namespace Samkjop.Purchasing.Archive;

/// <param name="Path">Where the file lies in the export.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">Lower-case hexadecimal.</param>
public sealed record ExportedFile(string Path, long Size, string Sha256);

/// <summary>
/// Writes a round's journal as Noark 5 arkivstruktur, version 5.5 (Arkivverket; namespace <c>…/noark5/arkivstruktur</c>): the round is the saksmappe, each record a
/// journalpost, each file a dokumentbeskrivelse with its dokumentobjekt. Element names and their order are those of the standard's schema. Dates of an
/// end that the case does not have yet are those of its last change, and its status says that it is under way.
/// </summary>
public sealed class NoarkStructure(XmlWriter xml, Round round, Instant lastChange)
{
    private const string Namespace = "http://www.arkivverket.no/standarder/noark5/arkivstruktur";
    private const string Instance = "http://www.w3.org/2001/XMLSchema-instance";
    private const string Platform = "Samkjop";

    private int _number;

    /// <summary>Begins the document, up to the round's journal.</summary>
    public void Begin()
    {
        xml.WriteStartDocument();
        xml.WriteStartElement("arkiv", Namespace);
        xml.WriteAttributeString("xmlns", "xsi", null, Instance);
        Ended("arkiv", $"Samkjøp {round.RoundId}", () => Element("arkivstatus", IsClosed ? "Avsluttet" : "Opprettet"));
        xml.WriteStartElement("arkivskaper", Namespace);
        Element("arkivskaperID", Owner);
        Element("arkivskaperNavn", Owner);
        xml.WriteEndElement();
        xml.WriteStartElement("arkivdel", Namespace);
        Ended("arkivdel", "Anskaffelser", () => Element("arkivdelstatus", IsClosed ? "Avsluttet periode" : "Aktiv periode"));
        xml.WriteStartElement("mappe", Namespace);
        xml.WriteAttributeString("type", Instance, "saksmappe");
        Ended("mappe", round.Title.No, () => { }, round.RoundId);
    }

    /// <summary>Writes the next record.</summary>
    /// <param name="record">The record.</param>
    /// <param name="files">Its files with their redacted copies, as they were exported.</param>
    public void Write(RoundRecord record, IReadOnlyList<(RecordFile File, ExportedFile Exported, ExportedFile? Redacted)> files)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(files);
        _number++;
        xml.WriteStartElement("registrering", Namespace);
        xml.WriteAttributeString("type", Instance, "journalpost");
        Element("systemID", IdOf(record.RecordId));
        Element("opprettetDato", Moment(record.At));
        Element("opprettetAv", Platform);
        Element("arkivertDato", Moment(record.At));
        Element("arkivertAv", Platform);
        Shielding(record.Exemption);
        for (var i = 0; i < files.Count; i++)
        {
            Description(record, files[i], i);
        }

        Element("registreringsID", $"{round.RoundId}/{_number.ToString(CultureInfo.InvariantCulture)}");
        Element("tittel", record.Title.No);
        Element("offentligTittel", record.Title.No);
        Correspondent(record);
        Element("journalaar", Number(OsloTime.DateOf(record.At).Year));
        Element("journalsekvensnummer", Number(_number));
        Element("journalpostnummer", Number(_number));
        Element("journalposttype", TypeOf(record.Direction));
        Element("journalstatus", "Arkivert");
        Element("journaldato", Day(record.At));
        Element("dokumentetsDato", Day(record.At));
        if (record.Direction is RecordDirection.In)
        {
            Element("mottattDato", Moment(record.At));
        }
        else if (record.Direction is RecordDirection.Out)
        {
            Element("sendtDato", Moment(record.At));
        }

        Element("antallVedlegg", Number(Math.Max(files.Count - 1, 0)));
        xml.WriteEndElement();
    }

    /// <summary>Ends the document.</summary>
    public void End()
    {
        Element("saksaar", Number(OsloTime.DateOf(round.Needs.OpensAt).Year));
        Element("sakssekvensnummer", SequenceOf(round.RoundId));
        Element("saksdato", Day(round.Needs.OpensAt));
        Element("administrativEnhet", Owner);
        Element("saksansvarlig", round.People.ProcurementOfficers is [var first, ..] ? first : Platform);
        Element("saksstatus", IsClosed ? "Avsluttet" : "Under behandling");
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndDocument();
    }

    /// <summary>The agency whose call-off it is; the one that runs joint purchases otherwise.</summary>
    private string Owner => round.CallOff?.AgencyId ?? "uke";

    private bool IsClosed => round.Phase is RoundPhase.Closed;

    /// <summary>What archive, part and folder have in common, in their order.</summary>
    private void Ended(string what, string title, Action status, string? folderId = null)
    {
        Element("systemID", IdOf(what));
        if (folderId is not null)
        {
            Element("mappeID", folderId);
        }

        Element("tittel", title);
        status();
        Element("dokumentmedium", "Elektronisk arkiv");
        Element("opprettetDato", Moment(round.Needs.OpensAt));
        Element("opprettetAv", Platform);
        Element("avsluttetDato", Moment(round.Closing?.At ?? lastChange));
        Element("avsluttetAv", Platform);
    }

    private void Description(RoundRecord record, (RecordFile File, ExportedFile Exported, ExportedFile? Redacted) file, int index)
    {
        xml.WriteStartElement("dokumentbeskrivelse", Namespace);
        Element("systemID", IdOf($"{record.RecordId}/{Number(index)}"));
        Element("dokumenttype", record.Kind is RecordKind.Message or RecordKind.AwardLetter ? "Brev" : "Annet");
        Element("dokumentstatus", "Dokumentet er ferdigstilt");
        Element("tittel", file.File.Title.No);
        Element("opprettetDato", Moment(record.At));
        Element("opprettetAv", Platform);
        Element("tilknyttetRegistreringSom", index == 0 ? "Hoveddokument" : "Vedlegg");
        Element("dokumentnummer", Number(index + 1));
        Element("tilknyttetDato", Moment(record.At));
        Element("tilknyttetAv", Platform);
        Shielding(file.File.IsMarkedSecret ? Exemption.BusinessSecret : null);
        Object($"{record.RecordId}/{Number(index)}/1", "Arkivformat", file.File, file.Exported, record.At);
        if (file is { Redacted: { } copy, File.Redacted: { } redacted })
        {
            Object($"{record.RecordId}/{Number(index)}/2", "Dokument hvor deler av innholdet er skjermet", redacted, copy, record.At);
        }

        xml.WriteEndElement();
    }

    private void Object(string id, string variant, RecordFile file, ExportedFile exported, Instant at)
    {
        xml.WriteStartElement("dokumentobjekt", Namespace);
        Element("systemID", IdOf(id));
        Element("versjonsnummer", "1");
        Element("variantformat", variant);
        Element("format", file.MediaType);
        Element("opprettetDato", Moment(at));
        Element("opprettetAv", Platform);
        Element("referanseDokumentfil", exported.Path);
        Element("sjekksum", exported.Sha256);
        Element("sjekksumAlgoritme", "SHA-256");
        Element("filstoerrelse", exported.Size.ToString(CultureInfo.InvariantCulture));
        xml.WriteEndElement();
    }

    private void Shielding(Exemption? exemption)
    {
        if (exemption is null)
        {
            return;
        }

        xml.WriteStartElement("skjerming", Namespace);
        Element("tilgangsrestriksjon", "Unntatt offentlighet");
        Element("skjermingshjemmel", exemption.LegalBasis);
        Element("skjermingMetadata", "Ingen skjerming av metadata");
        Element("skjermingDokument", "Skjerming av hele dokumentet");
        xml.WriteEndElement();
    }

    private void Correspondent(RoundRecord record)
    {
        if (record.Counterpart is not { } name)
        {
            return;
        }

        xml.WriteStartElement("korrespondansepart", Namespace);
        Element("korrespondanseparttype", record.Direction is RecordDirection.In ? "Avsender" : "Mottaker");
        Element("korrespondansepartNavn", name);
        xml.WriteEndElement();
    }

    /// <summary>What people wrote may hold characters that XML cannot.</summary>
    private void Element(string name, string value) => xml.WriteElementString(name, Namespace, string.Concat(value.Select(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c) ? c : ' ')));

    private static string TypeOf(RecordDirection direction) => direction switch
    {
        RecordDirection.In => "Inngående dokument",
        RecordDirection.Out => "Utgående dokument",
        _ => "Organinternt dokument uten oppfølging",
    };

    /// <summary>The same id for the same thing in every export, in the form of a UUID as the standard wants it.</summary>
    private string IdOf(string what)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{round.RoundId}/{what}")));
        return $"{hash[..8]}-{hash[8..12]}-{hash[12..16]}-{hash[16..20]}-{hash[20..32]}";
    }

    private static string SequenceOf(string roundId)
    {
        var digits = string.Concat(roundId[(roundId.LastIndexOf('-') + 1)..].Where(char.IsAsciiDigit));
        return digits.Length > 0 ? digits : "0";
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Moment(Instant at) => OffsetDateTimePattern.Rfc3339.Format(at.InZone(OsloTime.Zone).ToOffsetDateTime());

    private static string Day(Instant at) => LocalDatePattern.Iso.Format(OsloTime.DateOf(at));
}
