using System.Net.Http.Headers;
using System.Text;
using NodaTime;
using Samkjop.Suppliers.Webhooks;
using Samkjop.Tests.Host.Awards;

namespace Samkjop.Tests.Host.Webhooks;

/// <summary>A supplier's system that signs its webhooks as the standard has it.</summary>
internal sealed class SignedSender(AwardingRound round, string supplierId, string secret) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = new Uri(round.App.App.Address, "/api/") };

    public string Secret => secret;

    /// <summary>Makes a secret over the API and sends with it.</summary>
    public static async Task<SignedSender> StartAsync(AwardingRound round, string supplierId)
    {
        var made = await round.Supplier(supplierId).PostAsync($"suppliers/{supplierId}/webhook-secrets");
        Assert.Equal(201, made.Code);
        return new SignedSender(round, supplierId, made.Json.GetProperty("secret").GetString()!);
    }

    public static string Report(string type, string orderId = "order-lot-1-bym", int? quantity = null) => quantity is null
        ? $$$"""{"type":"{{{type}}}","timestamp":"2021-05-26T07:00:00Z","data":{"roundId":"2021-1","orderId":"{{{orderId}}}"}}"""
        : $$$"""{"type":"{{{type}}}","timestamp":"2021-05-26T07:00:00Z","data":{"roundId":"2021-1","orderId":"{{{orderId}}}","quantity":{{{quantity}}}}}""";

    /// <summary>Signs now, or as told, and sends, or sends something else than was signed.</summary>
    public async Task<Answer> SendAsync(string id, string body, Instant? signedAt = null, string? signedBody = null, string? to = null, bool unsigned = false)
    {
        var key = ((WebhookSecretResult.Parsed)WebhookSecret.Parse(secret)).Secret;
        var headers = WebhookSignature.Sign(id, signedAt ?? round.App.Now, Encoding.UTF8.GetBytes(signedBody ?? body), key);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"webhooks/{to ?? supplierId}");
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        if (!unsigned)
        {
            request.Headers.Add(WebhookHeaders.IdName, headers.Id);
            request.Headers.Add(WebhookHeaders.TimestampName, headers.Timestamp);
            request.Headers.TryAddWithoutValidation(WebhookHeaders.SignatureName, headers.Signature);
        }

        using var response = await _http.SendAsync(request);
        return new Answer(response.StatusCode, await response.Content.ReadAsStringAsync(), null, null, []);
    }

    public void Dispose() => _http.Dispose();
}
