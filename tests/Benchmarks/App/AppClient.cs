using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Samkjop.Host;
using Samkjop.People;
using Samkjop.Serialization;

namespace Samkjop.Benchmarks.App;

/// <summary>Speaks to the app over HTTP as its users do. Tokens are made once per caller, so that a measurement holds the app's work and not the issuer's.</summary>
internal sealed class AppClient(SamkjopApp app, TimeProvider clock) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { MaxConnectionsPerServer = 1000 }) { BaseAddress = new Uri(app.Address, "/api/") };
    private readonly ConcurrentDictionary<string, string> _tokens = new(StringComparer.Ordinal);
    private long _keys;

    /// <summary>Sends a request; a POST gets an Idempotency-Key of its own.</summary>
    /// <exception cref="InvalidOperationException">The app refused it.</exception>
    public async Task SendAsync(Caller caller, HttpMethod method, string path, object? body)
    {
        using var request = new HttpRequestMessage(method, path) { Content = JsonContent.Create(body ?? new { }, options: SamkjopJson.Options) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _tokens.GetOrAdd(caller.Subject, _ => app.Issuer.Issue(caller, clock.GetUtcNow(), TimeSpan.FromHours(12))));
        if (method == HttpMethod.Post)
        {
            request.Headers.Add("Idempotency-Key", $"key-{Interlocked.Increment(ref _keys)}");
        }

        using var response = await _http.SendAsync(request);
        if (!response.IsSuccessStatusCode)
        {
            throw new InvalidOperationException($"{method} {path} was answered {(int)response.StatusCode}: {await response.Content.ReadAsStringAsync()}");
        }
    }

    public void Dispose() => _http.Dispose();
}
