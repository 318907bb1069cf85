using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Samkjop.Functions.Http;
using Samkjop.Serialization;

namespace Samkjop.Tests.Host.Platform;

/// <summary>The worker serialises what a function returned for the Functions host, after the client has got its answer.</summary>
public sealed class ReplyTests
{
    [Fact]
    public void What_the_Functions_host_is_told_of_an_answer_has_no_body()
    {
        IResult[] answers = [Reply.Ok(new { secret = "whsec" }, "etag-1"), new HtmlReply(Encoding.UTF8.GetBytes("whsec"))];

        foreach (var answer in answers)
        {
            var told = JsonSerializer.Serialize(answer, answer.GetType(), SamkjopJson.Stored);
            Assert.DoesNotContain("whsec", told, StringComparison.Ordinal);
            Assert.DoesNotContain(Convert.ToBase64String(Encoding.UTF8.GetBytes("whsec")), told, StringComparison.Ordinal);
        }
    }
}
