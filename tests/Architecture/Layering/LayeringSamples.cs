using Microsoft.AspNetCore.Http;

namespace Samkjop.Tests.Architecture.Layering;

/// <summary>Breaks the rule of orchestrations on purpose, once in an async body, once in a local, once in a signature.</summary>
public static class LayeringSamples
{
    public static async Task<List<string>> ReadAsync(string path) => [.. await File.ReadAllLinesAsync(path)];

    public static string? Ask()
    {
        using var client = new HttpClient();
        return client.BaseAddress?.ToString();
    }

    public static bool IsGet(HttpRequest? request) => request is null;
}
