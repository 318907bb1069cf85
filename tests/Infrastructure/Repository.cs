namespace Samkjop.Tests.Infrastructure;

/// <summary>The clone that the tests were built from: found upwards from the test's output folder.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string PathOf(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    private static string Find(string from)
    {
        for (var folder = new DirectoryInfo(from); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Samkjop.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No Samkjop.slnx above {from}: run the tests from a clone's build output.");
    }
}
