using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Samkjop.Embedded.Functions;
using Samkjop.Embedded.Storage;
using Samkjop.Ports;

namespace Samkjop.Host.Storage;

/// <summary>The ports of the app on one SQLite file and one folder.</summary>
public static class LocalStorageExtensions
{
    /// <summary>Registers document store, change feed, blob store and secret store. Business time is the <see cref="TimeProvider"/> of the services.</summary>
    public static IServiceCollection AddLocalStorage(this IServiceCollection services, SqliteFile file, LocalStorageOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        services.AddSingleton(provider => new SqliteChangeFeed(file, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IChangeFeedSource>(provider => provider.GetRequiredService<SqliteChangeFeed>());
        services.AddSingleton<IDocumentStore>(provider => new SqliteDocumentStore(
            file, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<SqliteChangeFeed>()));
        services.AddSingleton<ISecretStore>(_ => new FolderSecretStore(Path.Combine(options.DataFolder, "secrets")));
        services.AddSingleton(provider => UploadSigner.CreateAsync(provider.GetRequiredService<ISecretStore>()).GetAwaiter().GetResult());
        services.AddSingleton(provider => new FolderBlobStoreOptions
        {
            Folder = Path.Combine(options.DataFolder, "blobs"),
            Address = () => AddressOf(provider.GetRequiredService<IServer>()),
            FlushToDisk = options.FlushToDisk,
        });
        services.AddSingleton(provider => new FolderBlobStore(
            file, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<UploadSigner>(), provider.GetRequiredService<FolderBlobStoreOptions>()));
        services.AddSingleton<IBlobStore>(provider => provider.GetRequiredService<FolderBlobStore>());
        services.AddSingleton<UploadEndpoint>();
        return services;
    }

    /// <summary>Adds the address that takes uploads, for the embedded host's own endpoints.</summary>
    public static void MapUploads(this WebApplication web)
    {
        ArgumentNullException.ThrowIfNull(web);
        web.Services.GetRequiredService<UploadEndpoint>().Map(web);
    }

    private static Uri AddressOf(IServer server) => new(
        server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()
        ?? throw new InvalidOperationException("Uploads have no address before the host has started. Start it, then ask for a ticket."));
}
