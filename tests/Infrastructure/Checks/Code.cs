using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Samkjop.Functions.Purchasing.Bids;
using Samkjop.Ports;

namespace Samkjop.Tests.Infrastructure.Checks;

/// <summary>What the app's code says about the resources that it needs, read off its attributes and constants.</summary>
internal static class Code
{
    public static Assembly App { get; } = typeof(RegisterBidUpload).Assembly;

    public static IReadOnlyList<QueueTriggerAttribute> QueueTriggers { get; } = Triggers<QueueTriggerAttribute>();

    public static IReadOnlyList<CosmosDBTriggerAttribute> FeedTriggers { get; } = Triggers<CosmosDBTriggerAttribute>();

    public static IReadOnlyList<HttpTriggerAttribute> HttpTriggers { get; } = Triggers<HttpTriggerAttribute>();

    /// <summary>Queues with a trigger, and those that the host gives their messages up to.</summary>
    public static IReadOnlyList<string> Queues { get; } =
        [.. QueueTriggers.SelectMany(trigger => new[] { trigger.QueueName, trigger.QueueName + PoisonQueues.Suffix }).Concat(PoisonQueues.All).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>The queue on which uploads are told.</summary>
    public static string UploadQueue { get; } = typeof(RegisterBidUpload).GetMethods().SelectMany(method => method.GetParameters())
        .SelectMany(parameter => parameter.GetCustomAttributes<QueueTriggerAttribute>()).Single().QueueName;

    public static IReadOnlyList<string> BlobContainers { get; } = Constants(typeof(BlobContainers));

    /// <summary>The text constants of a class.</summary>
    public static IReadOnlyList<string> Constants(Type type) =>
        [.. type.GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral && field.FieldType == typeof(string)).Select(field => (string)field.GetRawConstantValue()!)];

    private static IReadOnlyList<T> Triggers<T>()
        where T : Attribute =>
        [.. from type in App.GetTypes()
            from method in type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance)
            from parameter in method.GetParameters()
            from trigger in parameter.GetCustomAttributes<T>()
            select trigger];
}
