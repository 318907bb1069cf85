using System.Net;
using System.Xml.Linq;
using Samkjop.Purchasing;
using Samkjop.Tests.Domain.Bids;

namespace Samkjop.Tests.Domain.Evaluations;

public sealed class ComparisonTests
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal) { ["bertel"] = "Bertel O. Steen AS", ["harald"] = "Harald <script>alert(1)</script> & Sønner" };

    [Fact]
    public void The_page_shows_every_bid_with_points_reasons_and_totals()
    {
        var page = Read(Judged.Bid("bertel", Competition.Sheet(420_000)).Scored(5).Scored(6, Competition.SecondEvaluator), Judged.Bid("harald", Competition.Sheet(462_000)).Scored(8).Scored(8, Competition.SecondEvaluator));

        Assert.Contains("Bertel O. Steen AS", page, StringComparison.Ordinal);
        Assert.Contains("462\u00a0000,00\u00a0kr", page, StringComparison.Ordinal);
        Assert.Contains("+10\u00a0%", page, StringComparison.Ordinal);
        Assert.Contains("<b>evaluator-2</b>: 6 – Rekker langt.", page, StringComparison.Ordinal);
        Assert.Contains("8,6000", page, StringComparison.Ordinal);
        Assert.Contains("10 − 10 · (462000 − 420000) / 420000 = 9.0000", page, StringComparison.Ordinal);
    }

    [Fact]
    public void What_suppliers_call_themselves_is_text_and_never_markup()
    {
        var page = Page(Judged.Bid("harald").Scored(5));

        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Harald &lt;script&gt;", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_chart_is_sound_and_says_its_numbers_to_those_who_hear_it()
    {
        var page = Page(Judged.Bid("bertel", Competition.Sheet(100_000)).Scored(5), Judged.Bid("harald", Competition.Sheet(290_000)).Scored(8));

        var svg = XElement.Parse(page[page.IndexOf("<svg viewBox=\"0 0 720", StringComparison.Ordinal)..(page.IndexOf("</svg>", StringComparison.Ordinal) + 6)].Replace("&nbsp;", " ", StringComparison.Ordinal));
        Assert.Equal("img", svg.Attribute("role")!.Value);
        Assert.Contains("1. Bertel O. Steen AS: 8,0000 poeng (Pris 6,0000; Rekkevidde 2,0000).", svg.Element("desc")!.Value, StringComparison.Ordinal);
        Assert.Contains("−5,4000", svg.Element("desc")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Parts_of_a_bar_lie_beside_each_other_within_the_chart_whatever_the_prices()
    {
        var page = Page(Judged.Bid("bertel", Competition.Sheet(1)).Scored(5), Judged.Bid("harald", Competition.Sheet(90_000_000)).Scored(10));

        var svg = XElement.Parse(page[page.IndexOf("<svg viewBox=\"0 0 720", StringComparison.Ordinal)..(page.IndexOf("</svg>", StringComparison.Ordinal) + 6)]);
        Assert.All(svg.Elements("rect"), rect =>
        {
            var (x, width) = ((decimal)rect.Attribute("x")!, (decimal)rect.Attribute("width")!);
            Assert.InRange(x, 0, 720);
            Assert.InRange(x + width, 0, 720);
        });
        Assert.Contains(svg.Elements("text"), text => text.Value == "«");
    }

    [Fact]
    public void Equal_totals_are_explained_and_rejected_bids_have_their_reasons()
    {
        var page = Read(Judged.Bid("bertel").Scored(5), Judged.Bid("harald").Scored(5), Judged.Bid("maxus", Competition.Sheet() with { DeliveryWeeks = 27 }));

        Assert.Contains("Samme poengsum (8.0000) som 1 annet tilbud: loddtrekning avgjør.", page, StringComparison.Ordinal);
        Assert.Contains("Avviste tilbud", page, StringComparison.Ordinal);
        Assert.Contains("27", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lot_without_bids_says_so()
    {
        Evaluation[] rejected = [Judged.Bid("bertel", Competition.Sheet() with { DeliveryWeeks = 27 })];

        var page = ComparisonHtml.Render(Judged.Round, Judged.Checked with { Phase = LotPhase.WithoutBids }, rejected, Names, Competition.After).ToString();

        Assert.Contains("Ingen tilbud kan vinne delkontrakten", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<svg", page, StringComparison.Ordinal);
    }

    /// <summary>The page as it is read.</summary>
    private static string Read(params Evaluation[] evaluations) => WebUtility.HtmlDecode(Page(evaluations));

    private static string Page(params Evaluation[] evaluations)
    {
        var lot = Rankings.Rank(Judged.AnyPrice, Judged.Checked, evaluations, new(Competition.Officer, Competition.After)).Accepted();
        var page = ComparisonHtml.Render(Judged.Round, lot, evaluations, Names, Competition.After).ToString();
        return page;
    }
}
