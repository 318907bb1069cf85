using System.Text;
using Microsoft.Azure.Cosmos;
using Samkjop.Ports;
using Samkjop.Serialization;

namespace Samkjop.Azure;

/// <summary>
/// One page of a list as a statement. It goes on from a position instead of the SDK's continuation token, which names physical partitions. Strings are
/// compared by their code points, as everywhere in Cosmos DB; ids hold ASCII alone, so that is the ordinal order.
/// </summary>
internal sealed class CosmosQuery
{
    private const int MaxPageSize = 1000;

    /// <summary>Sorts after every character that an id may have.</summary>
    private const char AfterAnyId = '~';

    private readonly StringBuilder _text = new("SELECT * FROM c WHERE c.kind = @kind");
    private readonly List<(string Name, string Value)> _parameters = [];

    private CosmosQuery(string kind, string partitionProperty, string? partitionKey, DocumentQuery query)
    {
        RequirePageSize(query.PageSize);
        var last = DocumentPosition.Of(query.Continuation);
        var partition = $"c.{partitionProperty}";
        _parameters.Add(("@kind", kind));
        Where($"{partition} = ", "@partition", partitionKey);
        Where("c.mark = ", "@mark", query.Mark);
        var lastId = partitionKey is null ? null : last?.Id;
        var prefix = query.IdPrefix is { Length: > 0 } some ? some : null;
        From(prefix, query.Descending ? null : lastId);
        Before(prefix is null ? null : prefix + AfterAnyId, query.Descending ? lastId : null);
        if (partitionKey is null && last is not null)
        {
            var beyond = query.Descending ? '<' : '>';
            _text.Append($" AND ({partition} {beyond} @lastPartition OR ({partition} = @lastPartition AND c.id {beyond} @lastId))");
            _parameters.AddRange([("@lastPartition", last.PartitionKey), ("@lastId", last.Id)]);
        }

        var direction = query.Descending ? "DESC" : "ASC";
        _text.Append($" ORDER BY c.kind {direction}, {partition} {direction}, c.id {direction}");
    }

    /// <summary>The statement with its parameters.</summary>
    /// <param name="partitionKey">The partition that the list is within; null for one across all.</param>
    /// <param name="query">What is asked.</param>
    /// <exception cref="ArgumentOutOfRangeException">The page size is not 1–1000.</exception>
    /// <exception cref="InvalidContinuationException">The continuation is none of ours.</exception>
    public static QueryDefinition Of<T>(string? partitionKey, DocumentQuery query)
        where T : class, IDocument
    {
        ArgumentNullException.ThrowIfNull(query);
        var container = Containers.All.First(c => c.Name == T.Container);
        return new CosmosQuery(T.Kind, container.PartitionProperty, partitionKey, query).ToDefinition();
    }

    private static void RequirePageSize(int pageSize)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(pageSize, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(pageSize, MaxPageSize);
    }

    /// <summary>One lower bound: what is begun with, or what comes after the last, whichever is later.</summary>
    private void From(string? prefix, string? last)
    {
        if (last is not null && string.CompareOrdinal(last, prefix) >= 0)
        {
            Where("c.id > ", "@after", last);
        }
        else
        {
            Where("c.id >= ", "@from", prefix);
        }
    }

    /// <summary>One upper bound, whichever is earlier.</summary>
    private void Before(string? end, string? last) =>
        Where("c.id < ", "@before", last is not null && (end is null || string.CompareOrdinal(last, end) < 0) ? last : end);

    private void Where(string condition, string name, string? value)
    {
        if (value is not null)
        {
            _text.Append(" AND ").Append(condition).Append(name);
            _parameters.Add((name, value));
        }
    }

    private QueryDefinition ToDefinition() =>
        _parameters.Aggregate(new QueryDefinition(_text.ToString()), (definition, parameter) => definition.WithParameter(parameter.Name, parameter.Value));
}
