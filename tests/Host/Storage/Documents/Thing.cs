using Samkjop.Ports;

namespace Samkjop.Tests.Host.Storage;

/// <summary>A document of the contract suite, in a container that real ones share.</summary>
public sealed record Thing(string RoundId, string ThingId, string Text) : IDocument
{
    public static string Container => Containers.Rounds;

    public static string Kind => "thing";

    public static int SchemaVersion => 2;

    public string? Word { get; init; }

    public string Id => ThingId;

    public string PartitionKey => RoundId;

    public string? Mark => Word;
}

/// <summary>Another kind in the same container.</summary>
public sealed record OtherThing(string RoundId, string ThingId) : IDocument
{
    public static string Container => Containers.Rounds;

    public static string Kind => "otherThing";

    public static int SchemaVersion => 1;

    public string Id => ThingId;

    public string PartitionKey => RoundId;

    public string? Mark => null;
}

/// <summary>The same kind as <see cref="Thing"/>, written by a later version of the app.</summary>
public sealed record LaterThing(string RoundId, string ThingId, string Text, string Added) : IDocument
{
    public static string Container => Containers.Rounds;

    public static string Kind => Thing.Kind;

    public static int SchemaVersion => Thing.SchemaVersion + 1;

    public string Id => ThingId;

    public string PartitionKey => RoundId;

    public string? Mark => null;
}

/// <summary>As <see cref="Thing"/>, with a property that an earlier version of the app does not know, but the same schema version.</summary>
public sealed record RicherThing(string RoundId, string ThingId, string Text, string Added) : IDocument
{
    public static string Container => Containers.Rounds;

    public static string Kind => Thing.Kind;

    public static int SchemaVersion => Thing.SchemaVersion;

    public string Id => ThingId;

    public string PartitionKey => RoundId;

    public string? Mark => null;
}

/// <summary>A document of a container with a default time to live.</summary>
public sealed record FleetingThing(string CallerId, string ThingId) : IDocument
{
    public static string Container => Containers.Requests;

    public static string Kind => "fleetingThing";

    public static int SchemaVersion => 1;

    public string Id => ThingId;

    public string PartitionKey => CallerId;

    public string? Mark => null;
}

/// <summary>A document with a time to live of its own, where the container has none by default.</summary>
public sealed record BriefThing(string SupplierId, string ThingId, int Ttl) : IExpiringDocument
{
    public static string Container => Containers.Suppliers;

    public static string Kind => "briefThing";

    public static int SchemaVersion => 1;

    public string Id => ThingId;

    public string PartitionKey => SupplierId;

    public string? Mark => null;
}
