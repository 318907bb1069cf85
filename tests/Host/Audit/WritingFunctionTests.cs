using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Samkjop.Functions.Http;
using Samkjop.Serialization;

namespace Samkjop.Tests.Host.Audit;

/// <summary>Nothing changes without an entry in an audit log, and without the reason that was given for it.</summary>
public sealed class WritingFunctionTests
{
    private static readonly IReadOnlyList<MethodInfo> Writing =
    [
        .. EndpointRules.HttpFunctions(typeof(EndpointRules).Assembly).Where(m =>
            m.GetParameters().Select(p => p.GetCustomAttribute<HttpTriggerAttribute>()).First(t => t is not null)!.Methods!.Single() != "get"),
    ];

    [Fact]
    public void Every_function_that_changes_something_says_which_entry_it_leaves_or_why_it_leaves_none()
    {
        var functions = Writing.Select(m => m.GetCustomAttribute<FunctionAttribute>()!.Name).ToHashSet(StringComparer.Ordinal);
        var said = WritingFunctions.Entries.Keys.Concat(WritingFunctions.Silent.Keys).ToList();
        Assert.True(functions.SetEquals(said), $"Unclassified: {string.Join(", ", functions.Except(said).Order())}. Gone: {string.Join(", ", said.Except(functions).Order())}.");
    }

    [Fact]
    public void Every_entry_that_they_leave_is_an_event_of_the_domain()
    {
        var known = EventCatalogue.Types.Select(type => type.Name).ToHashSet(StringComparer.Ordinal);
        Assert.DoesNotContain(WritingFunctions.Entries.Values.SelectMany(events => events), name => !known.Contains(name));
    }

    [Fact]
    public void Every_reason_that_a_body_asks_for_is_one_that_the_log_can_keep_or_is_kept_beside_it_on_purpose()
    {
        var bodies = typeof(EndpointRules).Assembly.GetTypes()
            .Where(type => type.Namespace?.StartsWith("Samkjop.Functions", StringComparison.Ordinal) is true && type.Name.EndsWith("Body", StringComparison.Ordinal) && type.GetProperty("Reason") is not null)
            .ToList();
        Assert.True(bodies.Count > 15, "The bodies were not found.");
        Assert.All(bodies, body => Assert.True(
            body.GetCustomAttribute<ReasonKeptBesideLogAttribute>() is not null || RequestReasons.PropertyOf(body)!.PropertyType is var type && (type == typeof(string) || type == typeof(Text)),
            $"{body}: the log keeps reasons that are a string or a Text."));
        Assert.Equal(
            ["DeclareImpartial", "RoundPeopleEndpoints"],
            bodies.Where(body => body.GetCustomAttribute<ReasonKeptBesideLogAttribute>() is not null).Select(body => body.DeclaringType!.Name).Order(StringComparer.Ordinal));
    }
}
