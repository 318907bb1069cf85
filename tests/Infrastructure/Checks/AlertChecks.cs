using System.Text.RegularExpressions;
using Samkjop.Telemetry;
using Samkjop.Tests.Infrastructure.Compilation;

namespace Samkjop.Tests.Infrastructure.Checks;

/// <summary>Alerts ask for what the app really tells, and somebody hears them.</summary>
internal static partial class AlertChecks
{
    private const string RuleType = "Microsoft.Insights/scheduledQueryRules";

    /// <summary>What must not go unheard.</summary>
    private static readonly string[] _demanded =
        [MetricNames.StuckRounds, MetricNames.Sweeps, MetricNames.OldestPending, MetricNames.PoisonMessages, MetricNames.WebhookOutcomes, MetricNames.WebhookVerdicts];

    public static IEnumerable<string> Problems(Deployment deployment)
    {
        var rules = deployment.Of(RuleType);
        var queries = rules.Select(rule => rule["criteria/allOf/0/query"]!).ToList();
        foreach (var metric in _demanded.Where(metric => !queries.Exists(query => query.Contains($"\"{metric}\"", StringComparison.Ordinal))))
        {
            yield return $"no alert watches {metric}";
        }

        var known = Code.Constants(typeof(MetricNames)).Concat(Code.Constants(typeof(TelemetryTags))).ToHashSet(StringComparer.Ordinal);
        foreach (var name in queries.SelectMany(query => Told().Matches(query).Select(match => match.Groups[1].Value)).Where(name => !known.Contains(name)))
        {
            yield return $"an alert asks for {name}, which the app never tells";
        }

        foreach (var rule in rules.Where(rule => (rule.At("actions/actionGroups")?.AsArray().Count ?? 0) == 0 || rule["enabled"] != "true"))
        {
            yield return $"nobody hears {rule.Name}";
        }

        foreach (var rule in rules.Where(rule => !rule["criteria/allOf/0/query"]!.Contains(rule["criteria/allOf/0/metricMeasureColumn"]! + " = ", StringComparison.Ordinal)))
        {
            yield return $"{rule.Name} measures a column that its query does not have";
        }

        foreach (var problem in Readiness(deployment, queries))
        {
            yield return problem;
        }
    }

    private static IEnumerable<string> Readiness(Deployment deployment, List<string> queries)
    {
        const string route = "health/ready";
        if (!Code.HttpTriggers.Any(trigger => trigger.Route == route) || !queries.Exists(query => query.Contains($"/{route}", StringComparison.Ordinal)))
        {
            yield return "no alert watches the app's readiness";
        }

        foreach (var test in deployment.Of("Microsoft.Insights/webtests").Where(test => test["Request/RequestUrl"]?.Contains($"/api/{route}", StringComparison.Ordinal) != true))
        {
            yield return $"{test.Name} asks something else than the app's readiness";
        }
    }

    [GeneratedRegex("\"(samkjop\\.[a-z._]+)\"")]
    private static partial Regex Told();
}
