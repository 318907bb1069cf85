using Samkjop.Ports;

namespace Samkjop.Functions.Http.Idempotency;

/// <summary>What was answered to a request with an Idempotency-Key. Only answers that changed or could have changed something are kept.</summary>
/// <param name="CallerId">The caller's subject.</param>
/// <param name="RequestId">Derived from caller and key.</param>
/// <param name="BodySha256">Hash of method, path and body, so that a key is not used twice for different things.</param>
public sealed record RememberedAnswer(
    string CallerId, string RequestId, string BodySha256, int Status, string? Body, string ContentType, string? ETag, string? Location) : IDocument
{
    public static string Container => Containers.Requests;

    public static string Kind => "rememberedAnswer";

    public static int SchemaVersion => 1;

    public string Id => RequestId;

    public string PartitionKey => CallerId;

    public string? Mark => null;
}
