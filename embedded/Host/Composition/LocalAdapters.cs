using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Samkjop.Embedded.Functions;
using Samkjop.Embedded.Storage;
using Samkjop.Host.Storage;
using Samkjop.Ports;
using Samkjop.Telemetry;

namespace Samkjop.Host;

/// <summary>The local adapters of the app's ports: documents in the SQLite file, blobs and secrets in folders, queues in the same file.</summary>
internal static class LocalAdapters
{
    public static IServiceCollection AddLocalAdapters(this IServiceCollection services, SqliteFile file, SamkjopAppOptions options)
    {
        services.AddSingleton(file);
        services.AddSingleton(provider => new SqliteChangeFeed(file, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IChangeFeedSource>(provider => provider.GetRequiredService<SqliteChangeFeed>());
        services.AddSingleton<IDocumentStore>(provider => new ObservedDocumentStore(
            new SqliteDocumentStore(file, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<SqliteChangeFeed>()), "sqlite"));

        services.AddSingleton<LocalWorkQueue>();
        services.AddSingleton<IWorkQueue>(provider => provider.GetRequiredService<LocalWorkQueue>());
        services.AddSingleton<IQueueCounts>(provider => provider.GetRequiredService<LocalWorkQueue>());
        services.AddSingleton<ISecretGenerator>(_ => options.SecretSeed is { } seed ? new SeededSecretGenerator(seed) : new RandomSecretGenerator());
        services.AddSingleton<ISecretStore>(_ => new FolderSecretStore(Path.Combine(options.DataFolder, "secrets")));
        services.AddSingleton(provider => new FolderBlobStoreOptions
        {
            Folder = Path.Combine(options.DataFolder, "blobs"),
            Address = () => AddressOf(provider.GetRequiredService<IServer>()),
            FlushToDisk = options.FullSync,
        });
        services.AddSingleton(provider => UploadSigner.CreateAsync(provider.GetRequiredService<ISecretStore>()).GetAwaiter().GetResult());
        services.AddSingleton<FolderBlobStore>();
        services.AddSingleton<IBlobStore>(provider => new ObservedBlobStore(provider.GetRequiredService<FolderBlobStore>()));
        services.AddSingleton<UploadEndpoint>();
        return services;
    }

    private static Uri AddressOf(IServer server) => new(server.Features.Get<IServerAddressesFeature>()!.Addresses.First());
}
