using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;
using Samkjop.People;
using Samkjop.Suppliers.Webhooks;

namespace Samkjop.Host.Scenarios;

/// <summary>Sends the scenario's requests to the app over HTTP, as anybody else would.</summary>
/// <param name="app">Takes the requests.</param>
/// <param name="scenario">Leads every Idempotency-Key.</param>
/// <param name="trace">Takes every request and its answer; null for none.</param>
/// <param name="uploads">Takes uploads to addresses that are not the app's own; null when there are none.</param>
internal sealed class Sender(SamkjopApp app, string scenario, Action<string>? trace, HttpMessageHandler? uploads = null) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { Timeout = TimeSpan.FromMinutes(2) };
    private readonly HttpClient? _uploads = uploads is null ? null : new HttpClient(uploads, disposeHandler: false);

    public Task<Answer> RequestAsync(string key, ScenarioPerson? person, Instant now, string method, string path, JsonNode? body, string? ifMatch, string? csv = null)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), new Uri(app.Address, path));
        if (person is not null)
        {
            var caller = new Caller(person.Id, [.. person.Roles], person.Agency, person.Supplier);
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", app.Issuer.Issue(caller, now.ToDateTimeOffset(), TimeSpan.FromHours(1)));
        }

        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch.StartsWith('"') ? ifMatch : $"\"{ifMatch}\"");
        }

        if (method == "POST")
        {
            request.Headers.Add("Idempotency-Key", $"{scenario}/{key}");
            body ??= new JsonObject();
        }

        request.Content = csv is not null ? OfType(Encoding.UTF8.GetBytes(csv), "text/csv") : body is null ? null : Json(Encoding.UTF8.GetBytes(body.ToJsonString()));
        return SendAsync(request, _http);
    }

    /// <summary>Puts content to an upload ticket; its address may be that of a process that has ended since.</summary>
    public Task<Answer> UploadAsync(JsonNode ticket, byte[] content)
    {
        var signed = new Uri(ticket["url"]!.GetValue<string>(), UriKind.RelativeOrAbsolute);
        var elsewhere = _uploads is not null && signed.IsAbsoluteUri && !signed.AbsolutePath.StartsWith("/blobs/", StringComparison.Ordinal);
        var address = elsewhere ? signed : new Uri(app.Address, signed.IsAbsoluteUri ? signed.PathAndQuery : signed.OriginalString);
        var request = new HttpRequestMessage(new HttpMethod(ticket["method"]?.GetValue<string>() ?? "PUT"), address)
        {
            Content = new ByteArrayContent(content),
        };
        foreach (var (name, value) in ticket["headers"] as JsonObject ?? [])
        {
            if (!request.Headers.TryAddWithoutValidation(name, value?.ToString()))
            {
                request.Content.Headers.TryAddWithoutValidation(name, value?.ToString());
            }
        }

        return SendAsync(request, elsewhere ? _uploads! : _http);
    }

    public Task<Answer> WebhookAsync(string path, string id, JsonObject body, string secret, Instant signedAt, bool tampered)
    {
        var parsed = WebhookSecret.Parse(secret) as WebhookSecretResult.Parsed ?? throw new PlayFault("What is given as the webhook's secret is none.");
        var raw = Encoding.UTF8.GetBytes(body.ToJsonString());
        var headers = WebhookSignature.Sign(id, signedAt, raw, parsed.Secret);
        if (tampered)
        {
            body["tampered"] = true;
            raw = Encoding.UTF8.GetBytes(body.ToJsonString());
        }

        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(app.Address, path)) { Content = Json(raw) };
        request.Headers.Add("webhook-id", headers.Id);
        request.Headers.Add("webhook-timestamp", headers.Timestamp);
        request.Headers.Add("webhook-signature", headers.Signature);
        return SendAsync(request, _http);
    }

    /// <summary>A webhook's body as Standard Webhooks lays it out.</summary>
    public static JsonObject WebhookBody(string type, Instant at, JsonNode? data) =>
        new() { ["type"] = type, ["timestamp"] = InstantPattern.General.Format(at), ["data"] = data };

    public void Dispose()
    {
        _http.Dispose();
        _uploads?.Dispose();
    }

    private static ByteArrayContent Json(byte[] body) => OfType(body, "application/json");

    private static ByteArrayContent OfType(byte[] body, string type)
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue(type, "utf-8");
        return content;
    }

    private async Task<Answer> SendAsync(HttpRequestMessage request, HttpClient http)
    {
        using (request)
        {
            using var response = await http.SendAsync(request);
            var text = await response.Content.ReadAsStringAsync();
            trace?.Invoke($"{request.Method} {request.RequestUri!.PathAndQuery} → {(int)response.StatusCode} {text}");
            return new Answer((int)response.StatusCode, text, response.Headers.ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase));
        }
    }
}
