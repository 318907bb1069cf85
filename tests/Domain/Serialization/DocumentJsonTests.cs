using System.Text;
using System.Text.Json;
using Samkjop.Agencies;
using Samkjop.Ports;
using Samkjop.Serialization;
using Samkjop.Suppliers;

namespace Samkjop.Tests.Domain.Serialization;

public sealed class DocumentJsonTests
{
    private static readonly Agency Agency = new("bym", "Bymiljøetaten");

    private static string Written => Encoding.UTF8.GetString(DocumentJson.Write(Agency));

    private static Agency? Read(string json) => DocumentJson.Read<Agency>(Encoding.UTF8.GetBytes(json));

    [Fact]
    public void A_document_is_led_by_what_it_is_found_by_and_keeps_nothing_twice()
    {
        Assert.Equal("""{"id":"agency","agencyId":"bym","kind":"agency","schemaVersion":1,"name":"Bymiljøetaten"}""", Written);
        Assert.Equal(Agency, Read(Written));
    }

    [Theory]
    [InlineData("""{"_etag":"x","_ts":1,"name":"Bymiljøetaten","schemaVersion":1,"kind":"agency","agencyId":"bym","id":"agency"}""")]
    [InlineData("""{"id":"agency","agencyId":"bym","kind":"agency","schemaVersion":0,"name":"Bymiljøetaten","later":{"kind":"lot","id":7}}""")]
    public void The_order_of_members_and_what_the_store_or_a_sister_version_adds_do_not_matter(string json)
    {
        Assert.Equal(Agency, Read(json));
    }

    [Fact]
    public void A_document_of_another_kind_is_none()
    {
        Assert.Null(DocumentJson.Read<Supplier>(Encoding.UTF8.GetBytes(Written)));
    }

    [Fact]
    public void A_document_of_newer_code_is_refused_with_what_to_do()
    {
        var refused = Assert.Throws<DocumentTooNewException>(() => Read(Written.Replace("\"schemaVersion\":1", "\"schemaVersion\":2", StringComparison.Ordinal)));
        Assert.Contains("schema version 2; this version of the app knows up to 1", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"id":"agency","kind":"agency"}""")]
    [InlineData("""{"id":"agency","kind":"agency","schemaVersion":1}""")]
    public void What_is_no_stored_document_is_refused(string json)
    {
        Assert.ThrowsAny<JsonException>(() => Read(json));
    }
}
