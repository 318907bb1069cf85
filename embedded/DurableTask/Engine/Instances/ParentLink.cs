using System.Text.Json;
using Microsoft.DurableTask;

namespace Samkjop.Embedded.DurableTask.Instances;

/// <summary>The call that a sub-orchestration answers.</summary>
internal sealed record ParentLink(long Number, int Generation, int TaskId, string InstanceId, string Name)
{
    public ParentOrchestrationInstance Public => new(Name, InstanceId);

    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this);

    public static ParentLink? FromBytes(byte[]? bytes) => bytes is null ? null : JsonSerializer.Deserialize<ParentLink>(bytes);
}
