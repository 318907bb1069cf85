using System.Net;

namespace Samkjop.Tests.Azure.Cosmos;

/// <summary>Faults for the next requests for data, and for those alone unless the whole account is down.</summary>
public sealed class CosmosFaults
{
    private readonly Lock _gate = new();
    private readonly Queue<CosmosFault> _next = [];

    /// <summary>While set, it befalls every request, also those for metadata.</summary>
    public CosmosFault? Always { get; set; }

    /// <summary>Befalls the next requests for data, one each.</summary>
    public void Next(CosmosFault fault, int times = 1)
    {
        lock (_gate)
        {
            for (var i = 0; i < times; i++)
            {
                _next.Enqueue(fault);
            }
        }
    }

    /// <summary>429 for the next requests.</summary>
    public void Throttle(int times, TimeSpan retryAfter) => Next(new CosmosFault.Answered(HttpStatusCode.TooManyRequests, retryAfter), times);

    internal CosmosFault? Take(bool data)
    {
        lock (_gate)
        {
            return Always ?? (data && _next.TryDequeue(out var fault) ? fault : null);
        }
    }
}
