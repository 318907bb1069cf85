using System.Collections.Concurrent;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Samkjop.Tests.Azure.Spring;

/// <summary>Counts requests to a storage account as it bills them: one transaction each, by method and what is asked for.</summary>
internal sealed class StorageTransactions : HttpPipelineSynchronousPolicy
{
    private readonly ConcurrentDictionary<string, int> _counts = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, int> Counts => _counts;

    public int Total => _counts.Values.Sum();

    public void Clear() => _counts.Clear();

    public void Count(string method, Uri address)
    {
        var query = address.Query;
        var what = query.Contains("comp=list", StringComparison.Ordinal) ? "list" : query.Contains("comp=userdelegationkey", StringComparison.Ordinal) ? "delegation key" : "blob";
        _counts.AddOrUpdate($"{method} {what}", 1, static (_, count) => count + 1);
    }

    public override void OnSendingRequest(HttpMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        Count(message.Request.Method.Method, message.Request.Uri.ToUri());
    }
}
