using System.ComponentModel.DataAnnotations;
using Samkjop.Functions.Relay;
using Samkjop.Tests.Infrastructure.Checks;
using Samkjop.Tests.Infrastructure.Compilation;

namespace Samkjop.Tests.Infrastructure;

/// <summary>What can be asked of the templates, and what the parameter files answer.</summary>
public sealed class ParameterTests
{
    [Fact]
    public void Everything_that_is_asked_and_given_back_is_described() => Assert.Empty(ParameterChecks.Undescribed(BuiltParameters.Template));

    [Fact]
    public void Descriptions_say_whether_an_answer_is_required() => Assert.Empty(ParameterChecks.WronglyDescribed(BuiltParameters.Template));

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public void A_parameter_file_answers_what_is_required_and_holds_no_secret(string stage) =>
        Assert.Empty(ParameterChecks.Answers(BuiltParameters.Template, BuiltParameters.Of(stage).Answers));

    [Fact]
    public void The_checks_of_parameters_notice_what_is_wrong()
    {
        var spoilt = BuiltParameters.Template.Copy();
        spoilt.Parameters["alertEmails"]!["metadata"]!.AsObject().Remove("description");
        spoilt.Parameters["monthlyBudget"]!.AsObject().Remove("defaultValue");
        var answers = BuiltParameters.Of("dev").Answers;
        answers.Remove("alertEmails");
        answers["tokenIssuers"]!["value"] = "AccountKey=c2VjcmV0";

        Assert.Contains("main: alertEmails", ParameterChecks.Undescribed(spoilt));
        Assert.Contains("main: monthlyBudget", ParameterChecks.WronglyDescribed(spoilt));
        Assert.Equal(["alertEmails is required and not given", "tokenIssuers holds a key"], ParameterChecks.Answers(BuiltParameters.Template, answers));
    }

    [Fact]
    public void The_range_of_the_history_is_that_of_the_code()
    {
        var range = (RangeAttribute)Attribute.GetCustomAttribute(
            typeof(HistoryOptions).GetProperty(nameof(HistoryOptions.RetentionDays))!, typeof(RangeAttribute))!;
        var parameter = BuiltParameters.Template.Parameters["historyRetentionDays"]!;

        Assert.Equal((range.Minimum, range.Maximum), (parameter["minValue"]!.GetValue<int>(), parameter["maxValue"]!.GetValue<int>()));
    }
}
