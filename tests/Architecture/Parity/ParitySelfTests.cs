using Samkjop.Tests.Architecture.Parity.Samples;

namespace Samkjop.Tests.Architecture.Parity;

/// <summary>The parity test can fail: each kind of difference is shown to it on purpose.</summary>
public sealed class ParitySelfTests
{
    private const string List = """
        # Samples 1.0.0

        Samkjop.Tests.Architecture.Parity.Samples: abstract class Faithful : Attribute
            protected Faithful(string name, string? note = default)
            public string Name { get; }
            public string? Note { get; set; }
            public static int Limit
            public virtual Task<T?> ReadAsync<T>(string key, IReadOnlyList<string?>? tags = default, bool deep = True, int? max = default)
            public abstract void Close(Byte[] bytes)

        Samkjop.Tests.Architecture.Parity.Samples: record FaithfulRecord
            public FaithfulRecord(string Name, int Count = 1)
            protected FaithfulRecord(FaithfulRecord original)
            public string Name { get; init; }
            public int Count { get; init; }

        Samkjop.Tests.Architecture.Parity.Samples: class Wrong
            public Wrong()
            public string Nullability { get; }
            public string Setter { get; }
            public void ParameterName(int count)
            public void DefaultValue(int value = 1)
            public virtual void NotVirtual()
            public Task<string?> Result()

        Samkjop.Tests.Architecture.Parity.Samples: struct WrongKind
            public WrongKind()

        Samkjop.Tests.Architecture.Parity.Samples: sealed class WrongUsageAttribute : Attribute   [AttributeUsage(Method, Property)]
            public WrongUsageAttribute()

        Samkjop.Tests.Architecture.Parity.Samples: enum WrongEnum
            First, Other
        """;

    private static readonly ILookup<string, ApiType> Listed =
        ApiList.Parse(List.ReplaceLineEndings("\n").Split('\n')).ToLookup(type => type.Key, StringComparer.Ordinal);

    [Theory]
    [InlineData(typeof(Faithful))]
    [InlineData(typeof(FaithfulRecord))]
    public void A_faithful_type_passes(Type sample) => Assert.Empty(ApiParity.Differences([sample], Listed));

    [Theory]
    [InlineData("Nullability")]
    [InlineData("Setter")]
    [InlineData("ParameterName")]
    [InlineData("DefaultValue")]
    [InlineData("NotVirtual")]
    [InlineData("Additional")]
    [InlineData("Result")]
    public void A_wrong_member_is_reported_with_the_closest_row(string member)
    {
        var difference = Assert.Single(ApiParity.Differences([typeof(Wrong)], Listed), text => text.Contains($" {member}", StringComparison.Ordinal) && OursNames(text, member));
        Assert.Contains("closest: public ", difference, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(typeof(WrongKind), "differs from the list")]
    [InlineData(typeof(WrongUsageAttribute), "differs from the list")]
    [InlineData(typeof(WrongEnum), "closest: First, Other")]
    [InlineData(typeof(Unlisted), "is not in")]
    public void A_wrong_type_is_reported(Type sample, string expected) =>
        Assert.Contains(ApiParity.Differences([sample], Listed), text => text.Contains(expected, StringComparison.Ordinal));

    private static bool OursNames(string text, string member) =>
        text.Split('\n').Any(line => line.TrimStart().StartsWith("ours:", StringComparison.Ordinal) && line.Contains($" {member}", StringComparison.Ordinal));
}
