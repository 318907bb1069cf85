using System.Security.Cryptography;
using System.Text;
using Samkjop.Purchasing;

namespace Samkjop.Tests.Domain.Bids;

/// <summary>One offer per lot in a bid.</summary>
public sealed class VariantTests
{
    [Fact]
    public void Two_sheets_for_a_lot_at_the_opening_reject_that_lot_and_no_other()
    {
        OpenedSheet[] sheets = [new("lot-1", "doc-1", Competition.Sheet(), null), new("lot-1", "doc-2", Competition.Sheet(390_000), null), new("lot-2", "doc-3", Competition.Sheet(lotId: "lot-2"), null)];

        var settled = Variants.Settle(sheets);

        Assert.Equal([null, sheets[2].Sheet], settled.Select(s => s.Sheet));
        Assert.Contains("Varianter godtas ikke", settled[0].Problem!.No, StringComparison.Ordinal);
    }

    [Fact]
    public void A_JSON_list_of_offers_is_a_variant()
    {
        var content = Encoding.UTF8.GetBytes(" [{}, {}]");
        var opened = SheetReader.Read(
            new("bid-bertel", "bertel", "doc-1", BidDocumentPurpose.Sheet, "lot-1", Uploads.Committed, content.Length, Convert.ToHexStringLower(SHA256.HashData(content))), content);

        Assert.Contains("Variants are not accepted", opened.Problem!.En, StringComparison.Ordinal);
    }
}
