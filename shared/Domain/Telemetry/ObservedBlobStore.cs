using System.Diagnostics;
using System.Runtime.CompilerServices;
using NodaTime;
using Samkjop.Ports;

namespace Samkjop.Telemetry;

/// <summary>
/// Tells each call of a blob store as a client span of <see cref="SamkjopTelemetry.Blobs"/>: operation and container only, since the names of blobs tell
/// who has bid.
/// </summary>
public sealed class ObservedBlobStore(IBlobStore store) : IBlobStore
{
    private static readonly ActivitySource Source = new(SamkjopTelemetry.Blobs);

    public Task<UploadTicket> IssueUploadAsync(string container, string name, Duration validFor, CancellationToken cancellationToken = default) =>
        TellAsync("issue_upload", container, () => store.IssueUploadAsync(container, name, validFor, cancellationToken));

    public Task<BlobProperties?> FindAsync(string container, string name, CancellationToken cancellationToken = default) =>
        TellAsync("find", container, () => store.FindAsync(container, name, cancellationToken));

    public Task<Stream> OpenReadAsync(string container, string name, CancellationToken cancellationToken = default) =>
        TellAsync("read", container, () => store.OpenReadAsync(container, name, cancellationToken));

    public Task<BlobProperties> CreateAsync(
        string container, string name, ReadOnlyMemory<byte> content, string contentType, CancellationToken cancellationToken = default) =>
        TellAsync("create", container, () => store.CreateAsync(container, name, content, contentType, cancellationToken));

    public async IAsyncEnumerable<BlobProperties> ListAsync(
        string container, string prefix, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var span = Start("list", container);
        await foreach (var blob in store.ListAsync(container, prefix, cancellationToken))
        {
            yield return blob;
        }
    }

    private static async Task<T> TellAsync<T>(string operation, string container, Func<Task<T>> call)
    {
        using var span = Start(operation, container);
        try
        {
            return await call();
        }
        catch (Exception exception)
        {
            span.Fail(exception);
            throw;
        }
    }

    private static Activity? Start(string operation, string container)
    {
        var span = Source.StartActivity($"{operation} {container}", ActivityKind.Client);
        return span?.SetTag(TelemetryTags.Operation, operation).SetTag(TelemetryTags.Container, container);
    }
}
