using System.Collections.Immutable;
using System.Net.Http.Headers;
using System.Text;
using Samkjop.Functions.Sheets;

namespace Samkjop.Tests.Host.Needs;

/// <summary>Sends and fetches spreadsheets as a caller.</summary>
internal static class SheetSender
{
    public static HttpContent Csv(string text) => Of(Encoding.UTF8.GetBytes(text), SheetBody.Csv);

    public static HttpContent Of(byte[] bytes, string type) => new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue(type) } };

    /// <summary>A file's bytes with its content type and the name that it is saved under.</summary>
    public static async Task<(byte[] Bytes, string? Type, string? Name)> FetchAsync(TestApp app, TestCaller caller, string path)
    {
        using var http = new HttpClient { BaseAddress = new Uri(app.App.Address, "/api/") };
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", app.App.Issuer.Issue(caller.Caller, app.Now.ToDateTimeOffset(), TimeSpan.FromHours(1)));
        using var response = await http.SendAsync(request);
        Assert.True(response.IsSuccessStatusCode, $"{response.StatusCode}: {await response.Content.ReadAsStringAsync()}");
        return (await response.Content.ReadAsByteArrayAsync(), response.Content.Headers.ContentType?.MediaType, response.Content.Headers.ContentDisposition?.FileName);
    }
}
