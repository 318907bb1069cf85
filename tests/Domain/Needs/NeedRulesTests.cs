using NodaTime;
using Samkjop.Purchasing;
using static Samkjop.Tests.Domain.GivenRound;

namespace Samkjop.Tests.Domain.Needs;

public sealed class NeedRulesTests
{
    [Fact]
    public void A_functional_need_is_fine() => Assert.Null(NeedRules.Check(Content, LightVehicles, WhileNeedsAreTaken));

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    [InlineData(1000)]
    public void Quantities_are_from_1_to_999(int quantity) => Refused(Content with { Quantity = quantity }, "quantity");

    [Fact]
    public void A_class_of_another_purchasing_system_is_refused_with_those_that_can_be_bought()
    {
        var refusal = NeedRules.Check(Content with { VehicleClass = VehicleClass.HeavyTruck }, LightVehicles, WhileNeedsAreTaken)!;

        Assert.Contains("liten varebil", refusal.Detail.No, StringComparison.Ordinal);
    }

    [Fact]
    public void Absurd_requirements_are_refused() => Refused(Content with { Requirements = VehicleRequirements.None with { MinimumRangeKm = -1 } }, "requirements");

    [Fact]
    public void Delivery_is_wished_in_the_future() => Refused(Content with { DeliverBy = new LocalDate(2021, 4, 12) }, "deliverBy");

    [Fact]
    public void Delivery_in_a_mistyped_year_is_refused() => Refused(Content with { DeliverBy = new LocalDate(2210, 4, 12) }, "deliverBy");

    [Fact]
    public void An_address_is_needed() => Refused(Content with { DeliverTo = "  " }, "deliverTo");

    [Fact]
    public void A_note_has_an_end() => Refused(Content with { Note = new string('x', 2001) }, "note");

    [Theory]
    [InlineData("Vi vil ha Tesla", "Tesla")]
    [InlineData("en e-Golf eller lignende", "e-Golf")]
    [InlineData("som VW ID.3.", "VW")]
    [InlineData("Model Y i hvitt", "Model Y")]
    [InlineData("Škoda Enyaq", "Škoda")]
    [InlineData("citroën e-berlingo", "citroën")]
    [InlineData("en MAN eTGE", "MAN")]
    [InlineData("Mercedes-Benz eVito", "Mercedes-Benz")]
    public void A_make_or_model_is_found(string note, string make)
    {
        Assert.Equal(make, MakesAndModels.FirstIn(note));
        var refusal = NeedRules.Check(Content with { Note = note }, LightVehicles, WhileNeedsAreTaken)!;
        Assert.Contains(make, refusal.Detail.En, StringComparison.Ordinal);
        Assert.Contains("FOA § 15-1", refusal.Detail.No, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Man kan stå oppreist i lasterommet")]
    [InlineData("mini lastebil, fort på plass, afford")]
    [InlineData("Tåler 20 mg salt; modell 2021; ladepunkt i Kiaveien")]
    [InlineData(null)]
    public void Ordinary_words_are_not_makes(string? note) => Assert.Null(MakesAndModels.FirstIn(note));

    private static void Refused(NeedContent content, string field)
    {
        var refusal = NeedRules.Check(content, LightVehicles, WhileNeedsAreTaken);
        Assert.NotNull(refusal);
        Assert.Contains(field, refusal.Errors!.Keys);
    }
}
