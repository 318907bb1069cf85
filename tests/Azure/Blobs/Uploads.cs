using Samkjop.Ports;

namespace Samkjop.Tests.Azure.Blobs;

internal static class Uploads
{
    /// <summary>Uploads as a supplier's program does: with the ticket's method, address and headers, and nothing else.</summary>
    public static async Task<HttpResponseMessage> UploadAsync(this HttpClient http, UploadTicket ticket, byte[] content, bool withHeaders = true)
    {
        using var request = new HttpRequestMessage(new HttpMethod(ticket.Method), ticket.Url) { Content = new ByteArrayContent(content) };
        foreach (var (header, value) in withHeaders ? ticket.Headers : new Dictionary<string, string>())
        {
            request.Headers.Add(header, value);
        }

        return await http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
