using System.Collections.Immutable;
using System.Net.Http.Headers;
using System.Text;
using NodaTime;

namespace Samkjop.Tests.Host.BadInput;

/// <summary>Sends requests as they are written, however wrong.</summary>
internal sealed class RawCaller(TestApp app, TestCaller caller) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = new Uri(app.App.Address, "/api/") };
    private int _keys;

    /// <summary>Sends text as JSON.</summary>
    /// <param name="method">HTTP method.</param>
    /// <param name="path">Below <c>/api/</c>.</param>
    /// <param name="body">As it goes out.</param>
    /// <param name="ifMatch">The header as it goes out.</param>
    /// <param name="contentType">Of the body.</param>
    /// <param name="issuedAgo">How long ago the token, which lasts an hour, was issued.</param>
    public async Task<Answer> SendAsync(
        string method, string path, string body, string? ifMatch = null, string contentType = "application/json", Duration? issuedAgo = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) { Headers = { ContentType = new MediaTypeHeaderValue(contentType) } };
        var issued = (app.Now - (issuedAgo ?? Duration.Zero)).ToDateTimeOffset();
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", app.App.Issuer.Issue(caller.Caller, issued, TimeSpan.FromHours(1)));
        request.Headers.Add("Idempotency-Key", $"raw-{++_keys}");
        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }

        using var response = await _http.SendAsync(request);
        return new Answer(response.StatusCode, await response.Content.ReadAsStringAsync(), response.Headers.ETag?.Tag, null, ImmutableDictionary<string, string>.Empty);
    }

    /// <summary>The answer is a problem of this kind, said in both languages, with what was kept and what to do, and without names of our types.</summary>
    public static void AssertRefused(Answer answer, int status, string code, string about)
    {
        Assert.True((status, code) == (answer.Code, answer.Problem), $"{about}: {answer.Code} {answer.Text}");
        var (no, en) = (answer.Json.GetProperty("detailNo").GetString()!, answer.Json.GetProperty("detail").GetString()!);
        Assert.True(no != en && no.Length > 40 && en.Length > 40, $"{about}: {answer.Text}");
        Assert.True(no.Contains("Ingenting", StringComparison.OrdinalIgnoreCase) && en.Contains("Nothing", StringComparison.OrdinalIgnoreCase), $"{about}: {answer.Text}");
        Assert.DoesNotContain("Samkjop.", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("System.", answer.Text, StringComparison.Ordinal);
    }

    /// <summary>What is not the caller's is not there, in both languages.</summary>
    public static void AssertNotThere(Answer answer)
    {
        Assert.Equal((404, "not-found"), (answer.Code, answer.Problem));
        Assert.Contains("Kontroller adressen", answer.Json.GetProperty("detailNo").GetString()!, StringComparison.Ordinal);
        Assert.Contains("Check the address", answer.Json.GetProperty("detail").GetString()!, StringComparison.Ordinal);
    }

    public void Dispose() => _http.Dispose();
}
