using System.Net;

namespace Samkjop.Tests.Azure.Cosmos;

/// <summary>What goes wrong with a request.</summary>
public abstract record CosmosFault
{
    /// <summary>It is not carried out, and answered so.</summary>
    public sealed record Answered(HttpStatusCode Status, TimeSpan? RetryAfter = null) : CosmosFault;

    /// <summary>Nobody listens.</summary>
    public sealed record Refused : CosmosFault;

    /// <summary>It is carried out, and the connection breaks before the answer.</summary>
    public sealed record AnswerLost : CosmosFault;

    /// <summary>It is not carried out, and no answer comes until whoever asked gives up.</summary>
    public sealed record Silent : CosmosFault;

    /// <summary>It is carried out, and no answer comes until whoever asked gives up.</summary>
    public sealed record SilentAfter : CosmosFault;
}
