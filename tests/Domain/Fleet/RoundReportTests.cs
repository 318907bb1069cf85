using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using CsCheck;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Fleet;
using static Samkjop.Tests.Domain.Fleet.FleetGiven;

namespace Samkjop.Tests.Domain.Fleet;

/// <summary>The round report as a page: its chart is sound SVG, its texts are safe, and every edge is told in words.</summary>
public sealed partial class RoundReportTests
{
    [Fact]
    public void The_page_tells_the_shares_before_planned_and_realised()
    {
        var page = Read(EffectOf(Agency.With(3, 2)));
        Assert.Contains("29,2\u00a0% → 16,7\u00a0%", page, StringComparison.Ordinal);
        Assert.Contains("20,8\u00a0%", page, StringComparison.Ordinal);
        Assert.Contains("Bymiljøetaten: plan −12,5\u00a0pp, realisert −8,3\u00a0pp.", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_round_without_needs_and_one_without_baselines_say_so()
    {
        Assert.Contains("så den endrer ingen bilpark", Read(EffectOf()), StringComparison.Ordinal);
        var page = Read(EffectOf(Agency with { Baselines = [] }));
        Assert.Contains("Ingen av virksomhetene har importert et grunnlag", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<figure>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fleet_of_no_vehicles_is_drawn_as_nothing_and_written_as_a_dash()
    {
        var page = Page(EffectOf(Agency with { Baselines = [BaselineOf("bym", FirstOfFebruary, [])], Needs = [] }));
        Assert.Contains("<td class=\"num\">–</td>", page, StringComparison.Ordinal);
        Assert.All(Charts(page), chart => Assert.Empty(chart.Descendants("circle")));
    }

    [Fact]
    public void A_name_is_text_wherever_it_stands()
    {
        var page = Page(EffectOf(Agency with { Name = "<script>alert(1)</script>\"&" }));
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_a_reader_of_a_part_is_told_that_it_is_one()
    {
        const string Part = "Du ser din egen virksomhet";
        Assert.DoesNotContain(Part, Page(EffectOf(Agency)), StringComparison.Ordinal);
        Assert.Contains(Part, Page(EffectOf(Agency), isPart: true), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_mark_lies_within_its_chart_whatever_the_numbers() =>
        Gen.Select(Gen.Int[0, 90], Gen.Int[0, 90], Gen.Int[0, 800], Gen.Int[0, 30], Gen.Int[1, 12]).Sample((diesel, electric, age, quantity, agencies) =>
        {
            FleetLine[] lines = [new(diesel + 1, Drivetrain.Diesel, age / 10m), new(electric + 1, Drivetrain.BatteryElectric, 2)];
            var measures = Enumerable.Range(0, agencies).Select(i => Agency with
            {
                AgencyId = $"a{i:00}",
                Baselines = [BaselineOf($"a{i:00}", FirstOfFebruary, [.. lines])],
                Needs = quantity == 0 ? [] : [Three with { AgencyId = $"a{i:00}", Quantity = quantity, Old = null }],
            });
            foreach (var chart in Charts(Page(FleetEffects.Of("2021-1", measures, _ => true))))
            {
                var box = chart.Attribute("viewBox")!.Value.Split(' ').Select(Number).ToArray();
                Assert.All(chart.Descendants("circle"), circle => Assert.True(
                    Number(circle.Attribute("cx")!.Value) is var x && x >= 0 && x <= box[2] && Number(circle.Attribute("cy")!.Value) is var y && y >= 0 && y <= box[3]));
                Assert.NotEmpty(chart.Element("desc")!.Value);
            }
        }, iter: 50);

    private static string Page(FleetEffect effect, bool isPart = false) => RoundReportHtml.Render(
        GivenRound.RoundWithLots, GivenRound.LightVehicles.Name, effect, isPart, GivenRound.AfterTheLock).ToString();

    /// <summary>The page with its letters as a reader sees them.</summary>
    private static string Read(FleetEffect effect) => System.Net.WebUtility.HtmlDecode(Page(effect));

    private static IEnumerable<XElement> Charts(string page) => Figure().Matches(page).Select(m => XElement.Parse(m.Value));

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex("<svg viewBox=\"0 0 720 .*?</svg>", RegexOptions.Singleline)]
    private static partial Regex Figure();
}
