using NodaTime;
using Samkjop.Calendar;
using Samkjop.Purchasing;
using Samkjop.Rules;

namespace Samkjop.Tests.Domain.Rules;

public sealed class RuleTableTests
{
    private static readonly RuleTable Table = RuleTable.Norwegian;

    [Theory]
    [InlineData(LegalRules.DpsTenderPeriod, 10, RuleUnit.Days)]
    [InlineData(LegalRules.DpsRequestDecision, 10, RuleUnit.WorkingDays)]
    [InlineData(LegalRules.DpsRequestDecisionExtended, 15, RuleUnit.WorkingDays)]
    [InlineData(LegalRules.RenewedEspd, 5, RuleUnit.WorkingDays)]
    [InlineData(LegalRules.AnswerBeforeClosing, 6, RuleUnit.Days)]
    [InlineData(LegalRules.StandstillElectronic, 10, RuleUnit.Days)]
    [InlineData(LegalRules.StandstillOther, 15, RuleUnit.Days)]
    [InlineData(LegalRules.AwardNotice, 30, RuleUnit.Days)]
    [InlineData(LegalRules.TaxCertificateThreshold, 500_000, RuleUnit.Nok)]
    [InlineData(LegalRules.TaxCertificateAge, 6, RuleUnit.Months)]
    [InlineData(LegalRules.MiniCompetitionCeiling, 500_000, RuleUnit.Nok)]
    public void In_the_spring_round_of_2021_the_law_says(string rule, int number, RuleUnit unit)
    {
        var row = Assert.IsType<RuleLookup.Found>(Table.Number(rule, new(2021, 5, 3))).Row;

        Assert.Equal((number, unit), (row.Number, row.Unit));
        Assert.NotEmpty(row.Source);
    }

    [Fact]
    public void Climate_weighs_at_least_30_percent_from_2024_and_earlier_rounds_follow_the_rule_of_their_date()
    {
        Assert.Equal(0, Table.Number(LegalRules.ClimateWeight, new(2021, 5, 3)).NumberOrNull);
        Assert.Equal(0, Table.Number(LegalRules.ClimateWeight, new(2023, 12, 31)).NumberOrNull);
        Assert.Equal(30, Table.Number(LegalRules.ClimateWeight, new(2024, 1, 1)).NumberOrNull);
    }

    [Theory]
    [InlineData(VehicleClass.SmallCar, 2022)]
    [InlineData(VehicleClass.PeopleCarrier, 2022)]
    [InlineData(VehicleClass.SmallVan, 2023)]
    [InlineData(VehicleClass.LargeVan, 2023)]
    [InlineData(VehicleClass.CityBus, 2025)]
    public void The_law_asks_for_zero_emission_from_1_January_of_the_class_s_year(VehicleClass vehicleClass, int year)
    {
        Assert.False(ZeroEmissionLaw.IsRequired(vehicleClass, new(year - 1, 12, 31)));
        Assert.True(ZeroEmissionLaw.IsRequired(vehicleClass, new(year, 1, 1)));
    }

    [Theory]
    [InlineData(VehicleClass.LightTruck)]
    [InlineData(VehicleClass.HeavyTruck)]
    [InlineData(VehicleClass.Minibus)]
    public void The_law_asks_nothing_of_lorries_and_minibuses(VehicleClass vehicleClass) =>
        Assert.False(ZeroEmissionLaw.IsRequired(vehicleClass, new(2030, 1, 1)));

    [Fact]
    public void Every_vehicle_class_has_its_rule_and_its_names()
    {
        foreach (var vehicleClass in Enum.GetValues<VehicleClass>())
        {
            Assert.Contains(Table.Rows, row => row.Rule == ZeroEmissionLaw.RuleFor(vehicleClass));
            Assert.NotEqual(vehicleClass.Name(), vehicleClass.PluralName());
        }
    }

    [Fact]
    public void Rows_of_one_rule_never_overlap_and_leave_no_day_between_them()
    {
        foreach (var rule in Table.Rows.GroupBy(row => row.Rule))
        {
            var rows = rule.OrderBy(row => row.From).ToArray();
            Assert.Null(rows[^1].To);
            foreach (var (earlier, later) in rows.Zip(rows.Skip(1)))
            {
                Assert.False(earlier.Overlaps(later));
                Assert.Equal(later.From, earlier.To?.PlusDays(1));
            }
        }
    }

    [Fact]
    public void Every_rule_that_has_a_name_has_a_row()
    {
        var names = typeof(LegalRules).GetFields().Select(field => (string)field.GetRawConstantValue()!).Order(StringComparer.Ordinal);

        Assert.Equal(names, Table.Rows.Select(row => row.Rule).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_date_before_the_table_is_a_typed_failure_that_says_what_to_do()
    {
        var failure = Assert.IsType<RuleLookup.NotCovered>(Table.Number(LegalRules.StandstillElectronic, new(2016, 12, 31)));

        Assert.True(failure.IsKnown);
        Assert.Contains("no value for \"standstill-electronic\" on Saturday 31 December 2016", failure.Detail.En, StringComparison.Ordinal);
        Assert.Null(failure.PeriodOrNull);
    }

    [Fact]
    public void A_rule_that_does_not_exist_is_told_from_one_that_did_not_exist_then()
    {
        var failure = Assert.IsType<RuleLookup.NotCovered>(Table.Number("standstil", new(2021, 5, 3)));

        Assert.False(failure.IsKnown);
        Assert.Contains("kjenner ikke «standstil»", failure.Detail.No, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_in_days_is_a_period_for_the_calendar_and_a_percentage_is_none()
    {
        var date = new LocalDate(2024, 5, 3);

        Assert.Equal(LegalPeriod.Days(10), Table.Number(LegalRules.StandstillElectronic, date).PeriodOrNull);
        Assert.Equal(LegalPeriod.WorkingDays(15), Table.Number(LegalRules.DpsRequestDecisionExtended, date).PeriodOrNull);
        Assert.Equal(LegalPeriod.Months(6), Table.Number(LegalRules.TaxCertificateAge, date).PeriodOrNull);
        Assert.Null(Table.Number(LegalRules.ClimateWeight, date).PeriodOrNull);
    }

    [Fact]
    public void A_table_whose_rows_overlap_is_refused()
    {
        var row = new RuleRow("x", 1, RuleUnit.Days, "§ 1", new(2020, 1, 1), new(2020, 12, 31), RuleMark.Verified);

        Assert.Throws<ArgumentException>(() => new RuleTable([row, row with { From = new(2020, 12, 31), To = null }]));
        Assert.Throws<ArgumentException>(() => new RuleTable([row with { To = new(2019, 12, 31) }]));
        Assert.Throws<ArgumentException>(() => new RuleTable([row, row with { From = new(2021, 1, 1), To = null, Unit = RuleUnit.Percent }]));
    }
}
