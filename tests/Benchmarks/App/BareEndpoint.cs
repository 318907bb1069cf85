using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Samkjop.Embedded.Storage;

namespace Samkjop.Benchmarks.App;

/// <summary>What the machine can do at most: Kestrel, one route, one row inserted into SQLite and flushed, groups shared as the app shares them.</summary>
internal sealed class BareEndpoint : IAsyncDisposable
{
    private readonly WebApplication _web;
    private readonly SqliteFile _file;

    private BareEndpoint(WebApplication web, SqliteFile file) => (_web, _file) = (web, file);

    public Uri Address => new(_web.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public static async Task<BareEndpoint> StartAsync(string folder)
    {
        var file = SqliteFile.Open(Path.Combine(folder, "bare.db"));
        file.EnsureSchema("CREATE TABLE IF NOT EXISTS needs (id INTEGER PRIMARY KEY, body TEXT NOT NULL)");
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var web = builder.Build();
        web.Urls.Add("http://127.0.0.1:0");
        web.MapPost("/needs", async (HttpRequest request) =>
        {
            using var reader = new StreamReader(request.Body);
            var body = await reader.ReadToEndAsync();
            await file.WriteAsync(session => session.Execute("INSERT INTO needs (body) VALUES (?1)", body));
            return Results.Created();
        });
        await web.StartAsync();
        return new BareEndpoint(web, file);
    }

    public async ValueTask DisposeAsync()
    {
        await _web.DisposeAsync();
        await _file.DisposeAsync();
    }
}
