using System.Text;
using System.Xml;
using System.Xml.Linq;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Archive;

namespace Samkjop.Tests.Domain.Archive;

/// <summary>
/// The structure of Noark 5's arkivstruktur, version 5.5. The standard's schema is not in the repository; element names and orders are written down here as it
/// states them, of the elements that are used.
/// </summary>
public sealed class NoarkStructureTests
{
    private static readonly XNamespace Noark = "http://www.arkivverket.no/standarder/noark5/arkivstruktur";

    private static readonly Dictionary<string, string[]> Orders = new(StringComparer.Ordinal)
    {
        ["arkiv"] = ["systemID", "tittel", "arkivstatus", "dokumentmedium", "opprettetDato", "opprettetAv", "avsluttetDato", "avsluttetAv", "arkivskaper", "arkivdel"],
        ["arkivskaper"] = ["arkivskaperID", "arkivskaperNavn"],
        ["arkivdel"] = ["systemID", "tittel", "arkivdelstatus", "dokumentmedium", "opprettetDato", "opprettetAv", "avsluttetDato", "avsluttetAv", "mappe"],
        ["mappe"] =
        [
            "systemID", "mappeID", "tittel", "dokumentmedium", "opprettetDato", "opprettetAv", "avsluttetDato", "avsluttetAv", "registrering", "saksaar", "sakssekvensnummer",
            "saksdato", "administrativEnhet", "saksansvarlig", "saksstatus",
        ],
        ["registrering"] =
        [
            "systemID", "opprettetDato", "opprettetAv", "arkivertDato", "arkivertAv", "skjerming", "dokumentbeskrivelse", "registreringsID", "tittel", "offentligTittel",
            "korrespondansepart", "journalaar", "journalsekvensnummer", "journalpostnummer", "journalposttype", "journalstatus", "journaldato", "dokumentetsDato", "mottattDato",
            "sendtDato", "antallVedlegg",
        ],
        ["dokumentbeskrivelse"] =
        [
            "systemID", "dokumenttype", "dokumentstatus", "tittel", "opprettetDato", "opprettetAv", "tilknyttetRegistreringSom", "dokumentnummer", "tilknyttetDato",
            "tilknyttetAv", "skjerming", "dokumentobjekt",
        ],
        ["dokumentobjekt"] =
        [
            "systemID", "versjonsnummer", "variantformat", "format", "opprettetDato", "opprettetAv", "referanseDokumentfil", "sjekksum", "sjekksumAlgoritme", "filstoerrelse",
        ],
        ["skjerming"] = ["tilgangsrestriksjon", "skjermingshjemmel", "skjermingMetadata", "skjermingDokument"],
        ["korrespondansepart"] = ["korrespondanseparttype", "korrespondansepartNavn"],
    };

    private static readonly XElement Archive = Write();

    [Fact]
    public void Every_element_stands_where_the_standards_schema_has_it() => Assert.All(
        Archive.DescendantsAndSelf().Where(element => element.HasElements),
        element =>
        {
            var order = Orders[element.Name.LocalName];
            var places = element.Elements().Select(child => Array.IndexOf(order, child.Name.LocalName)).ToArray();
            Assert.DoesNotContain(-1, places);
            Assert.Equal(places.Order(), places);
        });

    [Fact]
    public void What_the_schema_demands_is_there_and_says_something() => Assert.All(
        Archive.DescendantsAndSelf().Where(element => !element.HasElements), element => Assert.NotEqual("", element.Value.Trim()));

    [Fact]
    public void Ids_are_UUIDs_each_once_and_the_same_in_every_export()
    {
        var ids = Archive.Descendants(Noark + "systemID").Select(id => id.Value).ToList();
        Assert.All(ids, id => Assert.True(Guid.TryParseExact(id, "D", out _)));
        Assert.Equal(ids.Distinct(), ids);
        Assert.Equal(Archive.ToString(), Write().ToString());
    }

    [Fact]
    public void A_bid_is_an_incoming_journalpost_with_sender_legal_basis_files_and_checksums()
    {
        var bid = Archive.Descendants(Noark + "registrering").Single(post =>
            post.Element(Noark + "tittel")!.Value == "Tilbud" && post.Descendants(Noark + "korrespondansepartNavn").Single().Value.StartsWith("Alfa", StringComparison.Ordinal));
        var secret = bid.Elements(Noark + "dokumentbeskrivelse").First();

        Assert.Equal("Inngående dokument", bid.Element(Noark + "journalposttype")!.Value);
        Assert.Equal("Alfa & Sønner <Bil> AS", bid.Descendants(Noark + "korrespondansepartNavn").Single().Value);
        Assert.Equal("offentleglova § 13 første ledd, jf. forvaltningsloven § 13 første ledd nr. 2", secret.Descendants(Noark + "skjermingshjemmel").Single().Value);
        Assert.Equal(["Arkivformat", "Dokument hvor deler av innholdet er skjermet"], secret.Descendants(Noark + "variantformat").Select(v => v.Value));
        Assert.All(secret.Descendants(Noark + "sjekksumAlgoritme"), algorithm => Assert.Equal("SHA-256", algorithm.Value));
    }

    [Fact]
    public void Until_the_award_the_exemption_of_tenders_stands_on_the_journalpost()
    {
        var untold = JournalSample.Sources with { Lots = [JournalSample.Sources.Lots[0] with { Letters = null }] };
        var bids = Write(untold).Descendants(Noark + "registrering").Where(post => post.Element(Noark + "tittel")!.Value == "Tilbud").ToList();
        Assert.Equal(2, bids.Count);
        Assert.All(bids, bid => Assert.Equal("offentleglova § 23 tredje ledd", bid.Element(Noark + "skjerming")!.Element(Noark + "skjermingshjemmel")!.Value));
    }

    private static XElement Write(JournalSources? sources = null)
    {
        using var text = new MemoryStream();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { Encoding = new UTF8Encoding(false) }))
        {
            var journal = RoundJournal.Of(sources ?? JournalSample.Sources);
            var noark = new NoarkStructure(xml, (sources ?? JournalSample.Sources).Round, journal[^1].At);
            noark.Begin();
            foreach (var record in journal)
            {
                noark.Write(record, [.. record.Files.Select((file, i) => (file, Exported(record, i), file.Redacted is null ? null : Exported(record, i + 100)))]);
            }

            noark.End();
        }

        return XDocument.Parse(Encoding.UTF8.GetString(text.ToArray())).Root!;
    }

    private static ExportedFile Exported(RoundRecord record, int index) => new($"dokumenter/{record.RecordId}/{index}", 10, new string('e', 64));
}
