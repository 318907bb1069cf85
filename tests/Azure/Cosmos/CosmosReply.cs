using System.Net;
using System.Text.Json.Nodes;

namespace Samkjop.Tests.Azure.Cosmos;

/// <summary>An answer before it is put on the wire.</summary>
/// <param name="Status">Its status.</param>
/// <param name="Operation">For the log.</param>
/// <param name="Container">For the log.</param>
internal sealed record CosmosReply(HttpStatusCode Status, string Operation, string Container)
{
    public JsonNode? Body { get; init; }

    public double RequestUnits { get; init; }

    public string? ETag { get; init; }

    public string? Continuation { get; init; }

    public int? ItemCount { get; init; }

    public int Substatus { get; init; }

    public string? SessionToken { get; init; }

    public TimeSpan? RetryAfter { get; init; }

    public string? Sql { get; init; }

    public HttpResponseMessage ToMessage(HttpRequestMessage request)
    {
        var message = new HttpResponseMessage(Status) { RequestMessage = request, Content = new StringContent(Body?.ToJsonString() ?? "") };
        message.Content.Headers.ContentType = new("application/json");
        Add("x-ms-request-charge", FormattableString.Invariant($"{RequestUnits}"));
        Add("x-ms-activity-id", "00000000-0000-0000-0000-000000000001");
        Add("x-ms-serviceversion", "version=2.14.0.0");
        Add("etag", ETag);
        Add("x-ms-continuation", Continuation);
        Add("x-ms-item-count", ItemCount?.ToString());
        Add("x-ms-session-token", SessionToken);
        Add("x-ms-substatus", Substatus == 0 ? null : $"{Substatus}");
        Add("x-ms-retry-after-ms", RetryAfter?.TotalMilliseconds.ToString());
        return message;

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                message.Headers.TryAddWithoutValidation(name, value);
            }
        }
    }
}
