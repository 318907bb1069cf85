using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NodaTime;
using Samkjop.Publication;
using Samkjop.Publication.Model;
using Samkjop.Purchasing;
using Samkjop.Serialization;
using Samkjop.Suppliers;
using Samkjop.Tests.Domain.Bids;
using Samkjop.Tests.Domain.Protocol;
using Samkjop.Tests.Publication;
using Question = Samkjop.Purchasing.Question;

namespace Samkjop.Tests.Domain.Publication;

/// <summary>What each release says, and what it must not say. Lot 1 of the sample is won by Beta at 462 000 per van; ceilings are 600 000.</summary>
public sealed class ReleaseTests
{
    private static readonly PublicationSettings Settings = new(PublicationSettings.ExamplePrefix, "Oslo kommune", "958935420");
    private static readonly Instant At = Instant.FromUtc(2021, 5, 12, 10, 0);
    private static readonly Supplier Beta = new("beta", "Beta Bil AS", "974760673", []);
    private static readonly Round Round = ProtocolSample.Sources.Round;
    private static readonly Lot Bought = ProtocolSample.Sources.Lots[0];
    private static readonly Lot Empty = ProtocolSample.Sources.Lots[1];

    private static readonly Question Question = new()
    {
        RoundId = "2021-1", QuestionId = "question-1", SupplierId = "alfa", AskedAt = At, AskedBy = "user-alfa", Asked = "Vi i Alfa lurer", LotId = "lot-1",
        Answers = [new GivenAnswer(new Text("Kan takstativ tilbys?", "May a rack be offered?"), new Text("Ja.", "Yes."), At, "officer")],
    };

    private static readonly TenderDocument Specification = new("document-1", TenderDocumentKind.Specification,
    [
        new TenderDocumentVersion(1, new Text("Krav", "Requirements"), "krav.pdf", 900, new string('1', 64), "blob-1", At, "officer"),
        new TenderDocumentVersion(2, new Text("Krav", "Requirements"), "krav.pdf", 901, new string('2', 64), "blob-2", At, "officer", new Text("Feil.", "Wrong.")),
    ]);

    private static readonly WindowChange Extension = new(
        At, "officer", WindowChangeCause.LateAnswer, Round.Invitation!.Window.Closes, Round.Invitation.Window.Closes + Duration.FromDays(7), new Text("Svaret kom sent.", "The answer came late."));

    private static IReadOnlyDictionary<string, Release> All { get; } = new Dictionary<string, Release>(StringComparer.Ordinal)
    {
        ["system"] = SystemReleases.Of(Head(0) with { Ocid = Settings.OcidOfSystem("dps-3500") }, GivenRound.LightVehicles, isFirst: true),
        ["planning"] = RoundReleases.Opened(Head(1), Round with { Invitation = null }, new Text("Kjøretøy opp til 3500 kg", "Vehicles up to 3500 kg")),
        ["tender"] = RoundReleases.Invited(Head(2), Round, [Bought, Empty], new InvitationReleased("2021-1", Round.Invitation!.Window, Round.Invitation.InvitedSupplierIds, 2, new string('a', 64))),
        ["question"] = QuestionReleases.Answered(Head(3), Question, 1),
        ["extension"] = RoundReleases.ClosingMoved(Head(4), Round, 1, Extension),
        ["correction"] = RoundReleases.Corrected(Head(17), Round, Specification, Specification.Current, new Text("Kravet til lasteplan var feil.", "The cargo requirement was wrong.")),
        ["call-off"] = RoundReleases.Opened(Head(18), Round with { Invitation = null, CallOff = new CallOff("bym") }, new Text("Kjøretøy opp til 3500 kg", "Vehicles up to 3500 kg"), "Bymiljøetaten"),
        ["opening"] = RoundReleases.BidsOpened(Head(5), Round, 3),
        ["award"] = LotReleases.Awarded(Head(6), Bought, Beta),
        ["no award"] = LotReleases.NotAwarded(Head(7), Empty),
        ["annulled"] = LotReleases.AwardEnded(Head(20), Bought, new EarlierAward(
            Bought.Proposal!, Bought.Award!, ["bid-beta", "bid-alfa"], Bought.Letters, [], AwardEnding.Annulled, "Feil i poengene til Gamma.", "direktor", At)),
        ["in force"] = LotReleases.InForce(Head(8), Bought),
        ["contract"] = LotReleases.Contracted(Head(9), Bought, 462_000),
        ["orders"] = OrderReleases.Placed(Head(10), Bought, ProtocolSample.Sources.Orders, ProtocolSample.Sources.AgencyNames),
        ["delivery"] = OrderReleases.Delivered(Head(11), Bought, ProtocolSample.Sources.Orders[0]),
        ["acceptance"] = OrderReleases.Accepted(Head(12), Bought, ProtocolSample.Sources.Orders[0]),
        ["termination"] = OrderReleases.Ended(Head(19), Bought, ProtocolSample.Sources.Orders[0] with { State = OrderState.Terminated }),
        ["complete"] = RoundReleases.Completed(Head(13), Round, [Bought, Empty]),
        ["ended"] = LotReleases.Ended(Head(14), Bought),
        ["cancelled"] = RoundReleases.Ended(Head(15), Round, new Text("Midlene er falt bort.", "The funds are gone.")),
        ["no needs"] = RoundReleases.Ended(Head(16), Round with { Invitation = null, LotIds = [] }, new Text("Ingen behov.", "No needs.")),
    };

    [Fact]
    public void A_round_belongs_to_its_purchasing_system_which_is_a_process_of_its_own()
    {
        var related = Assert.Single(All["planning"].RelatedProcesses!.Value);

        Assert.Equal(("framework", "ocid"), (Assert.Single(related.Relationship), related.Scheme));
        Assert.Equal(All["system"].Ocid, related.Identifier);
        Assert.NotEqual(All["system"].Ocid, All["planning"].Ocid);
        Assert.True(All["system"].Tender!.Techniques!.HasDynamicPurchasingSystem);
    }

    [Fact]
    public void The_tender_says_what_when_and_how_it_is_judged()
    {
        var tender = All["tender"].Tender!;

        Assert.Equal(("active", "ratedCriteria"), (tender.Status, tender.AwardCriteria));
        Assert.Equal("Pris 60\u00a0%, Rekkevidde 40\u00a0%. Pris: Eks. mva., levering og gebyrer medregnet.", tender.AwardCriteriaDetails);
        Assert.Equal(["lot-1", "lot-2"], tender.Lots!.Value.Select(lot => lot.Id));
        Assert.Equal([("34136100", 6L), ("34114400", 6L)], tender.Items!.Value.Select(item => (item.Classification.Id, item.Quantity!.Value)));
        Assert.Equal(Round.Invitation!.Window.Closes, tender.TenderPeriod!.EndDate);
    }

    [Fact]
    public void An_extension_tells_the_new_times_and_the_reason_whatever_the_round_says_by_now()
    {
        var tender = All["extension"].Tender!;

        Assert.Equal(Extension.To, tender.TenderPeriod!.EndDate);
        Assert.Equal(QuestionTimes.CutOff(Round with { Invitation = Round.Invitation! with { Window = Round.Invitation.Window with { Closes = Extension.To } } }), tender.EnquiryPeriod!.EndDate);
        Assert.Equal("Svaret kom sent.", Assert.Single(tender.Amendments!.Value).Rationale);
        Assert.Equal("tenderAmendment", Assert.Single(All["extension"].Tag));
    }

    [Fact]
    public void A_correction_replaces_the_document_by_its_new_version_and_tells_why()
    {
        var invited = RoundReleases.Invited(
            Head(2), Round with { Documents = [Specification], Invitation = Round.Invitation! with { Documents = [new PinnedDocument("document-1", TenderDocumentKind.Specification, 1, "")] } }, [Bought],
            new InvitationReleased("2021-1", Round.Invitation!.Window, [], 2, ""));

        var tender = ProcessRecord.Of([Node(invited), Node(All["correction"])]).CompiledRelease["tender"]!;

        Assert.Equal(["evaluationCriteria", "technicalSpecifications"], tender["documents"]!.AsArray().Select(document => (string?)document!["documentType"]));
        Assert.StartsWith("Versjon 2", (string?)tender["documents"]![1]!["description"], StringComparison.Ordinal);
        Assert.Equal("Kravet til lasteplan var feil.", (string?)tender["amendments"]![0]!["rationale"]);
    }

    [Fact]
    public void In_a_call_off_of_its_own_the_agency_is_the_buyer() => Assert.Equal(("agency-bym", "Bymiljøetaten"), (All["call-off"].Buyer!.Id, All["call-off"].Buyer!.Name));

    [Fact]
    public void The_winner_is_published_without_its_price_and_the_contract_with_its_whole_value()
    {
        var award = Assert.Single(All["award"].Awards!.Value);
        var contract = Assert.Single(All["contract"].Contracts!.Value);

        Assert.Equal(("pending", "NO-BRC-974760673"), (award.Status, Assert.Single(award.Suppliers!.Value).Id));
        Assert.DoesNotContain("462", Json("award"), StringComparison.Ordinal);
        Assert.Equal(Amount.Nok(6 * 462_000), contract.Value);
        Assert.Equal(award.Id, contract.AwardId);
        Assert.Equal("active", Assert.Single(All["in force"].Awards!.Value).Status);
        Assert.Equal((award.Id, "cancelled"), (Assert.Single(All["annulled"].Awards!.Value).Id, All["annulled"].Awards!.Value[0].Status));
    }

    [Fact]
    public void Deliveries_are_milestones_of_the_contract_from_scheduled_to_met()
    {
        var record = ProcessRecord.Of([.. ((string[])["contract", "orders", "delivery", "acceptance", "ended"]).Select(name => Node(All[name]))]);

        var contract = record.CompiledRelease["contracts"]![0]!;
        var milestones = contract["implementation"]!["milestones"]!.AsArray();
        Assert.Equal(["met", "scheduled"], milestones.Select(milestone => (string?)milestone!["status"]));
        Assert.Equal("Levering til Bymiljøetaten", (string?)milestones[0]!["title"]);
        Assert.Equal("terminated", (string?)contract["status"]);
    }

    [Fact]
    public void An_order_that_is_terminated_before_all_has_come_is_met_in_part_or_not_at_all()
    {
        var order = ProtocolSample.Sources.Orders[0];

        Assert.Equal("partiallyMet", StatusOf(All["termination"]));
        Assert.Equal("notMet", StatusOf(OrderReleases.Ended(Head(1), Bought, order with { State = OrderState.Cancelled, AcceptedQuantity = 0 })));

        static string? StatusOf(Release release) => release.Contracts!.Value[0].Implementation!.Milestones[0].Status;
    }

    [Fact]
    public void Nothing_is_ever_told_of_ceilings_losers_people_or_who_is_invited() => Assert.All(All.Keys, name =>
    {
        var json = Json(name);
        Assert.All(
            (string[])["600000", "400000", "420000", "Alfa", "Gamma", "Delta", "alfa", "gamma", "delta", "epsilon", "need-", "officer", "Tapers", "Maxus"],
            secret => Assert.False(Regex.IsMatch(json, $"(?<![0-9]){secret}(?![0-9])"), $"{name} tells {secret}: {json}"));
    });

    [Fact]
    public void How_many_have_bid_is_told_by_nothing_before_the_opening() =>
        Assert.All((string[])["planning", "call-off", "tender", "question", "extension", "correction"], name => Assert.True(All[name] is { Bids: null, Tender.NumberOfTenderers: null }));

    [Theory]
    [InlineData(VehicleClass.SmallCar, "34110000")]
    [InlineData(VehicleClass.EstateCar, "34111100")]
    [InlineData(VehicleClass.LargeVan, "34136000")]
    [InlineData(VehicleClass.CityBus, "34121100")]
    public void Vehicles_have_their_codes_of_the_common_vocabulary(VehicleClass vehicleClass, string code) => Assert.Equal(code, CommonVocabulary.Of(vehicleClass).Id);

    [Fact]
    public void Every_class_has_a_code() => Assert.All(Enum.GetValues<VehicleClass>(), vehicleClass => Assert.Matches("^34[0-9]{6}$", CommonVocabulary.Of(vehicleClass).Id));

    [Fact]
    public void Ids_sort_by_time_then_number() => Assert.Equal(
        ["20210512T1000000000000Z-lot-1-000009", "20210512T1000000000000Z-lot-1-000010", "20210512T1000005000000Z-lot-1-000001"],
        [PublishedRelease.IdOf(At, "lot-1", 9), PublishedRelease.IdOf(At, "lot-1", 10), PublishedRelease.IdOf(At + Duration.FromMilliseconds(500), "lot-1", 1)]);

    [Fact]
    public async Task Every_release_and_what_they_come_to_are_valid_by_the_schemas()
    {
        OcdsSchemas.Require();
        var schema = await OcdsSchemas.ReleaseAsync();
        Assert.NotEqual("", OcdsSchemas.ProblemsOf(schema, """{"ocid":"x"}"""));
        Assert.NotEqual("", OcdsSchemas.ProblemsOf(schema, Json("award").Replace("\"pending\"", "\"perhaps\"", StringComparison.Ordinal)));
        Assert.All(All, release => Assert.Equal((release.Key, ""), (release.Key, OcdsSchemas.ProblemsOf(schema, Json(release.Key)))));

        var head = new PackageHead(new PackagePublisher("Oslo kommune", "NO-BRC", "958935420"), new Uri("https://data.norge.no/nlod/no/2.0"), new Uri("https://samkjop.example/api/ocds/policy"));
        var published = All.Values.Where(release => release.Ocid == All["planning"].Ocid)
            .Select(release => new PublishedRelease(release.Ocid, release.Id, release.Date, JsonSerializer.SerializeToElement(release, SamkjopJson.Options))).ToList();
        var uri = new Uri("https://samkjop.example/api/ocds/releases");
        Assert.Equal("", OcdsSchemas.ProblemsOf(await OcdsSchemas.ReleasePackageAsync(), JsonSerializer.Serialize(ReleasePackage.Of(uri, head, published, uri), SamkjopJson.Options)));
        var record = JsonSerializer.Serialize(RecordPackage.Of(uri, head, published), SamkjopJson.Options);
        Assert.Equal("", OcdsSchemas.ProblemsOf(await OcdsSchemas.RecordPackageAsync(), record));
        Assert.NotEqual("", OcdsSchemas.ProblemsOf(await OcdsSchemas.RecordPackageAsync(), record.Replace("\"compiled\"", "\"tendr\"", StringComparison.Ordinal)));
    }

    private static ReleaseHead Head(int number) =>
        new(Settings, Settings.OcidOfRound("2021-1"), PublishedRelease.IdOf(At + Duration.FromHours(number), "round", number), At + Duration.FromHours(number));

    private static string Json(string name) => JsonSerializer.Serialize(All[name], SamkjopJson.Options);

    private static JsonObject Node(Release release) => JsonSerializer.SerializeToNode(release, SamkjopJson.Options)!.AsObject();
}
