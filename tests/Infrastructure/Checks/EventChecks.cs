using Samkjop.Functions.Purchasing.Bids;
using Samkjop.Ports;
using Samkjop.Tests.Infrastructure.Compilation;

namespace Samkjop.Tests.Infrastructure.Checks;

/// <summary>Uploads of bids, and nothing else, reach the queue that the code reads, by the topic's own identity.</summary>
internal static class EventChecks
{
    public static IEnumerable<string> Problems(Deployment deployment)
    {
        var topic = deployment.Single("Microsoft.EventGrid/systemTopics");
        if (topic.Json["identity"]?["type"]?.GetValue<string>() != "SystemAssigned" || topic["source"] != deployment.Documents.Id)
        {
            yield return "the topic has no identity of its own, or tells of another account";
        }

        var subscription = deployment.Single("Microsoft.EventGrid/systemTopics/eventSubscriptions");
        const string destination = "deliveryWithResourceIdentity/destination";
        if (subscription["deliveryWithResourceIdentity/identity/type"] != "SystemAssigned" || subscription[$"{destination}/endpointType"] != "StorageQueue")
        {
            yield return "events are not delivered to a storage queue by the topic's identity";
        }

        if (subscription[$"{destination}/properties/queueName"] != Code.UploadQueue || subscription[$"{destination}/properties/resourceId"] != deployment.Documents.Id)
        {
            yield return $"events do not reach the queue '{Code.UploadQueue}'";
        }

        if (subscription["deadLetterWithResourceIdentity/identity/type"] != "SystemAssigned"
            || subscription["deadLetterWithResourceIdentity/deadLetterDestination/properties/resourceId"] != deployment.HostStorage.Id)
        {
            yield return "what cannot be delivered is not kept";
        }

        if (subscription["retryPolicy/eventTimeToLiveInMinutes"] != "1440" || subscription["retryPolicy/maxDeliveryAttempts"] != "30")
        {
            yield return "delivery is given up before a day has passed";
        }

        foreach (var problem in Filter(subscription))
        {
            yield return problem;
        }
    }

    /// <summary>What the code takes for an upload is asked for, word for word.</summary>
    private static IEnumerable<string> Filter(Resource subscription)
    {
        var types = subscription.At("filter/includedEventTypes")!.AsArray().Select(type => type!.GetValue<string>()).ToList();
        var sample = $$"""{"eventType":"{{string.Join(',', types)}}","subject":"{{subscription["filter/subjectBeginsWith"]}}2021-1/s/b/d"}""";
        if (BlobCreated.NameIn(sample, BlobContainers.Bids) != "2021-1/s/b/d")
        {
            yield return "the code does not take what is delivered for an upload of a bid";
        }
    }
}
