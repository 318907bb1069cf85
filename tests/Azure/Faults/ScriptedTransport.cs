using System.Net;

namespace Samkjop.Tests.Azure.Faults;

/// <summary>A fake network: answers requests one after the other as a test says, and keeps what was asked. It checks nothing by itself.</summary>
internal sealed class ScriptedTransport(params Func<HttpRequestMessage, HttpResponseMessage>[] answers) : HttpMessageHandler
{
    private int _asked;

    /// <summary>How many requests came.</summary>
    public int Asked => _asked;

    /// <summary>An error as the storage services give it.</summary>
    public static HttpResponseMessage Refusal(HttpStatusCode status, string code, int? retryAfter = null)
    {
        var answer = new HttpResponseMessage(status) { Content = new StringContent("") };
        answer.Headers.Add("x-ms-error-code", code);
        if (retryAfter is { } seconds)
        {
            answer.Headers.Add("Retry-After", $"{seconds}");
        }

        return answer;
    }

    /// <summary>The last answer is given again and again.</summary>
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var turn = Interlocked.Increment(ref _asked);
        return Task.FromResult(answers[Math.Min(turn, answers.Length) - 1](request));
    }

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) => SendAsync(request, cancellationToken).GetAwaiter().GetResult();
}
