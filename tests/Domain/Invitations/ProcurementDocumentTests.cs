using NodaTime;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Scoring;
using Samkjop.Rules;
using Samkjop.Serialization;
using static Samkjop.Tests.Domain.GivenRound;
using CriterionKind = Samkjop.Purchasing.CriterionKind;

namespace Samkjop.Tests.Domain.Invitations;

public sealed class ProcurementDocumentTests
{
    private static readonly LocalDate Spring2021 = new(2021, 5, 4);
    private static readonly LocalDate Spring2024 = new(2024, 5, 6);

    [Fact]
    public void An_officer_of_the_round_writes_the_first_version()
    {
        var written = Accepted(Write(RoundWithLots, ContentOf(Document)));

        Assert.Equal(1, written.ProcurementDocument!.Version);
    }

    [Fact]
    public void Each_change_is_a_new_version_and_the_same_again_is_none()
    {
        var first = Accepted(Write(RoundWithLots, ContentOf(Document)));
        var second = Accepted(Write(first, ContentOf(Document) with { PriceFormula = PriceFormula.Proportional }));

        Assert.Equal(2, second.ProcurementDocument!.Version);
        Assert.Same(first, Accepted(Write(first, ContentOf(Document))));
    }

    [Fact]
    public void An_officer_who_is_not_named_for_the_round_writes_nothing() => Assert.Equal(
        "not-named-for-round",
        Refused(ProcurementDocumentDecisions.Write(RoundWithLots, new WriteProcurementDocument(ContentOf(Document), UnnamedOfficer, AfterTheLock), RuleTable.Norwegian)).Code);

    [Fact]
    public void The_invitation_freezes_it() => Assert.Equal("document-frozen", Refused(Write(RoundWithLots with { Phase = RoundPhase.Bidding }, ContentOf(Document))).Code);

    [Fact]
    public void Weights_sum_to_100() => Assert.Contains("99", Check(WithWeight(59), Spring2021)!.Detail.No, StringComparison.Ordinal);

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(101)]
    public void A_weight_is_above_0_and_at_most_100(int weight) => Assert.Contains("criteria[0].weightPercent", Check(WithWeight(weight), Spring2021)!.Errors!.Keys);

    [Fact]
    public void Exactly_one_criterion_is_the_price()
    {
        var none = Document with { Criteria = [.. Document.Criteria.Select(c => c with { Kind = CriterionKind.Climate })] };
        var two = Document with { Criteria = [.. Document.Criteria.Select(c => c with { Kind = CriterionKind.Price })] };

        Assert.NotNull(Check(none, Spring2021));
        Assert.NotNull(Check(two, Spring2021));
    }

    [Fact]
    public void Criteria_have_ids_of_their_own() => Assert.NotNull(Check(Document with { Criteria = [.. Document.Criteria.Select(c => c with { CriterionId = "price" })] }, Spring2021));

    [Fact]
    public void Climate_weighs_at_least_30_percent_from_2024_on()
    {
        var light = Document with { Criteria = [Document.Criteria[0] with { WeightPercent = 71 }, Document.Criteria[2] with { WeightPercent = 29 }] };

        Assert.Null(Check(light, Spring2021));
        Assert.Contains("FOA § 7-9", Check(light, Spring2024)!.Detail.En, StringComparison.Ordinal);
        Assert.Null(Check(light with { ClimateRequirementReason = "Zero emission is a requirement." }, Spring2024));
        Assert.Null(Check(Document, Spring2024));
    }

    [Fact]
    public void The_hash_is_of_the_value_not_of_its_spelling()
    {
        var spelled = Document with { Criteria = [.. Document.Criteria.Select(c => c with { WeightPercent = c.WeightPercent * 1.00m })] };

        Assert.Equal(Document.Sha256(), spelled.Sha256());
        Assert.NotEqual(Document.Sha256(), (Document with { TieBreak = TieBreak.DrawnLot }).Sha256());
        Assert.Equal("{\"a\":40,\"b\":[1.5,\"x\"]}", System.Text.Encoding.UTF8.GetString(CanonicalJson.BytesOf(new { b = new object[] { 1.50m, "x" }, a = 40.0m })));
    }

    private static Samkjop.Decisions.Decision<Round> Write(Round round, ProcurementDocumentContent content) =>
        ProcurementDocumentDecisions.Write(round, new WriteProcurementDocument(content, Officer, AfterTheLock), RuleTable.Norwegian);

    private static Samkjop.Decisions.Refusal? Check(ProcurementDocument document, LocalDate date) => ProcurementDocumentRules.Check(document, RuleTable.Norwegian, date);

    private static ProcurementDocument WithWeight(decimal price) =>
        Document with { Criteria = Document.Criteria.SetItem(0, Document.Criteria[0] with { WeightPercent = price }) };

    private static ProcurementDocumentContent ContentOf(ProcurementDocument d) => new(d.PriceFormula, d.PriceBasis, d.Criteria, d.TieBreak, d.ClimateRequirementReason);
}
