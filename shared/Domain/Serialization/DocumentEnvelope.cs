using System.Reflection;
using System.Text.Json.Serialization.Metadata;
using Samkjop.Ports;

namespace Samkjop.Serialization;

/// <summary>Adds to a document's JSON what the store needs to find it by, before the record's own properties.</summary>
internal static class DocumentEnvelope
{
    private static readonly MethodInfo AddMethod = typeof(DocumentEnvelope).GetMethod(nameof(AddTo), BindingFlags.NonPublic | BindingFlags.Static)!;

    public static void Add(JsonTypeInfo type)
    {
        if (type.Type is { IsClass: true, IsAbstract: false } && type.Type.IsAssignableTo(typeof(IDocument)))
        {
            AddMethod.MakeGenericMethod(type.Type).Invoke(null, [type]);
        }
    }

    private static void AddTo<T>(JsonTypeInfo type)
        where T : class, IDocument
    {
        var partition = Containers.All.FirstOrDefault(c => c.Name == T.Container)
            ?? throw new InvalidOperationException($"{typeof(T)} lies in '{T.Container}', which is not among {nameof(Containers)}.{nameof(Containers.All)}.");
        Lead<T, string>(type, "id", -6, static document => document.Id);
        Lead<T, string>(type, partition.PartitionProperty, -5, static document => document.PartitionKey);
        Lead<T, string>(type, "kind", -4, static _ => T.Kind);
        Lead<T, int>(type, "schemaVersion", -3, static _ => T.SchemaVersion);
        Lead<T, string?>(type, "mark", -2, static document => document.Mark);
        Lead<T, int?>(type, "ttl", -1, static document => (document as IExpiringDocument)?.Ttl);
    }

    /// <summary>Moves the record's own property of that name to the front, or adds one that is written and never read.</summary>
    private static void Lead<T, TValue>(JsonTypeInfo type, string name, int order, Func<T, TValue> value)
        where T : class, IDocument
    {
        if (type.Properties.FirstOrDefault(p => p.Name == name) is { } own)
        {
            own.Order = order;
            return;
        }

        var added = type.CreateJsonPropertyInfo(typeof(TValue), name);
        added.Get = document => value((T)document);
        added.ShouldSerialize = static (_, written) => written is not null;
        added.Order = order;
        type.Properties.Add(added);
    }
}
