using Samkjop.Purchasing;
using Samkjop.Purchasing.Protocol;

namespace Samkjop.Tests.Domain.Protocol;

public sealed class ProtocolTests
{
    private static readonly ProtocolModel Model = ProtocolBuilder.Build(ProtocolSample.Sources);
    private static readonly string Page = ProtocolHtml.Render(Model).ToString();

    [Fact]
    public void Needs_stand_in_numbers_per_agency()
    {
        Assert.Equal((6, 1, 1, 4, 6), (Model.Needs.Reported, Model.Needs.Withdrawn, Model.Needs.Deferred, Model.Needs.Pinned, Model.Needs.Vehicles));
        Assert.Equal(new AgencyNeeds("Bymiljøetaten", 2, 3), Model.Needs.Agencies[0]);
    }

    [Theory]
    [InlineData("Anskaffelsesprotokoll 2021-1")]
    [InlineData("FOA § 25-5")]
    [InlineData("462 000,00 kr")]
    [InlineData("03.05.2021 kl. 13.00")]
    [InlineData("14.05.2021 kl. 24.00")]
    [InlineData("utløper fredag 14. mai 2021 kl. 24.00")]
    [InlineData("Directive 2014/24/EU art. 34(2)(b)")]
    [InlineData("For sent: lageret tok imot dokumentet")]
    [InlineData("Ladbar hybrid er ikke nullutslipp.")]
    [InlineData("480 km etter WLTP")]
    [InlineData("Begrunnelsen må vise til kriteriene.")]
    [InlineData("utløper tirsdag 25. mai 2021 kl. 24.00")]
    [InlineData("lot ended without an award")]
    [InlineData("purring 1")]
    [InlineData("Modell fra beta")]
    [InlineData("zero-emission-vans")]
    [InlineData("1 386 000,00 kr")]
    public void The_page_tells(string what) => Assert.Contains(System.Net.WebUtility.HtmlEncode(what.Replace(' ', '\u00a0')), Spaced(Page), StringComparison.Ordinal);

    [Fact]
    public void Everything_that_came_from_outside_is_encoded()
    {
        Assert.Contains("Levert &lt;i&gt;hel&lt;/i&gt;", Page, StringComparison.Ordinal);
        Assert.DoesNotContain("<i>", Page, StringComparison.Ordinal);
        Assert.DoesNotContain("<Bil>", Page, StringComparison.Ordinal);
    }

    [Fact]
    public void It_stands_on_its_own_and_prints_on_A4()
    {
        Assert.DoesNotContain("<script", Page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("http", Page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("@page { size: A4;", Page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_closed_round_gives_no_draft_an_open_one_does()
    {
        Assert.DoesNotContain("UTKAST", Page, StringComparison.Ordinal);
        var draft = ProtocolBuilder.Build(ProtocolSample.Sources with { Round = ProtocolSample.Sources.Round with { Phase = RoundPhase.Delivering } });
        Assert.Contains("UTKAST", ProtocolHtml.Render(draft).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Before_the_opening_nothing_tells_who_has_bid()
    {
        var sources = ProtocolSample.Sources;
        var uninvited = sources.Round.Invitation! with { InvitedSupplierIds = [] };
        var before = ProtocolBuilder.Build(sources with { Round = sources.Round with { OpenedAt = null, Phase = RoundPhase.AwaitingOpening, Invitation = uninvited } });
        var page = ProtocolHtml.Render(before).ToString();

        Assert.All(["alfa", "beta", "gamma", "delta", "epsilon", "Modell fra"], name => Assert.DoesNotContain(name, page, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void The_same_round_gives_the_same_page_byte_for_byte() =>
        Assert.Equal(Page, ProtocolHtml.Render(ProtocolBuilder.Build(ProtocolSample.Sources)).ToString());

    private static string Spaced(string page) => page.Replace(' ', '\u00a0').Replace("&#160;", "\u00a0", StringComparison.Ordinal)
        .Replace("\u00a0", "&#160;", StringComparison.Ordinal);

    [Fact]
    public void An_own_call_off_names_the_agency_that_buys_who_helped_it_and_its_deputies()
    {
        var sources = ProtocolSample.Sources;
        var callOff = new CallOff("bym") { Assistance = [Samkjop.People.Role.Opener] };
        var people = sources.Round.People with { Deputies = [new Deputy("vikar", "direktor", Samkjop.People.Role.AwardDecider, new(2021, 7, 1), new(2021, 7, 30))] };
        var page = ProtocolHtml.Render(ProtocolBuilder.Build(sources with { Round = sources.Round with { CallOff = callOff, People = people } })).ToString();

        Assert.Contains("eget avrop med bistand fra UKE (opener)", page, StringComparison.Ordinal);
        Assert.Contains("<code>vikar</code>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("eget avrop", Page, StringComparison.Ordinal);
    }
}
